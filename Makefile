# Thin: each target is the command that a person would type.
#
#   make run        sets up, builds, and lints the sample requests of corpus/
#   make test       sets up and runs everything
#   make bench      runs this linter beside its peers, a few minutes, and writes the table that the README shows
#   make bless      rewrites what tests compare with: marks on rule pages, rules.blob, expectations, recorded runs

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PREFIX ?= /usr/local
PACKAGES := libpcre2-dev libyaml-dev zlib1g-dev
TEST_PACKAGES := strace
BENCH_PACKAGES := g++ libsimdjson-dev valgrind
PROGRAM := .build/release/imagebuilder-lint
PYTHON := .venv/bin/python
SAMPLES := corpus/accepted/pipeline corpus/rejected/recipe corpus/rejected/workflow/two-builds.json corpus/rejected/schedule/five-fields-daily.json
GENERATOR := Benchmarks/.build/release/generate-requests
# Its own environment, as the peers depend on other versions of what the oracles use.
BENCH_PYTHON := .build/bench/venv/bin/python
TOOLS := facts oracle reports hooks hostile
REQUIREMENTS := $(wildcard $(TOOLS:%=Tools/%/requirements.txt))
ROOT := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: setup setup-system setup-bench build run test test-swift test-address test-threads test-undefined test-tools test-pre-commit generate bless
.PHONY: bench bench-gates bench-instructions bench-parts fuzz fuzz-build fuzz-short test-spark install clean

setup: setup-system .venv/installed

# Debian's packages; elsewhere, install PCRE2, libyaml and zlib with their headers.
define install_packages
	@if command -v dpkg-query > /dev/null && ! dpkg-query --show $(1) > /dev/null 2>&1; then \
		$(ROOT) apt-get update && $(ROOT) apt-get install --yes --no-install-recommends $(1); \
	fi
endef

setup-system:
	$(call install_packages,$(PACKAGES))

# What the tests compare with comes from PyPI.
.venv/installed: $(REQUIREMENTS)
	@python3 -c 'import ensurepip' 2> /dev/null || { \
		$(ROOT) apt-get update && $(ROOT) apt-get install --yes --no-install-recommends python3-venv; }
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check $(addprefix --requirement ,$(REQUIREMENTS))
	touch $@

build: setup-system
	swift build --configuration release --product imagebuilder-lint

# Findings are what the samples are for, so they are no failure here.
run: build
	$(PROGRAM) check $(SAMPLES) || test $$? -eq 1

test: setup build test-swift test-tools

test-swift: setup-system
	swift test

# The tests with a sanitizer, FILTER=... for some of them. What is never freed is not looked for: Swift's globals are not, by intent.
test-address test-threads: setup-system
	IMAGEBUILDER_LINT_SANITIZER=$(SANITIZER) ASAN_OPTIONS=detect_leaks=0 \
		swift test --sanitize $(SANITIZER) --scratch-path .build/$(SANITIZER) $(if $(FILTER),--filter '$(FILTER)')

test-address: SANITIZER := address
test-threads: SANITIZER := thread

# The C that looks at many bytes at once, as it is built here and as it is elsewhere. Swift has no such sanitizer: it traps.
test-undefined:
	@mkdir -p .build/undefined
	for machine in "" -U__SSE2__; do \
		clang -std=c17 -O1 -g -Wall -Wextra -Werror $$machine -fsanitize=address,undefined -fno-sanitize-recover=all \
			-fuse-ld=lld -ISources/CByteScan/include Tools/bytescan/check.c -o .build/undefined/check && .build/undefined/check || exit 1; \
	done

test-tools: setup build .build/bench/venv/installed
	$(call install_packages,$(TEST_PACKAGES))
	for tool in $(TOOLS); do $(PYTHON) -m unittest discover --start-directory Tools/$$tool; done
	$(BENCH_PYTHON) -m unittest discover --start-directory Tools/bench
	$(PYTHON) Tools/oracle/differential.py $(PROGRAM)
	$(PYTHON) Tools/facts/facts.py --check || test $$? -eq 75   # 75: PyPI is out of reach

# The hook that pre-commit builds itself, from the last commit: minutes.
test-pre-commit: setup
	IMAGEBUILDER_LINT_HOOK_BUILD=1 $(PYTHON) -m unittest discover --start-directory Tools/hooks --verbose

# The example of a Spark job, in local mode.
test-spark: build .venv-spark/installed
	cd examples/spark && ../../.venv-spark/bin/python -W ignore -m unittest --verbose

.venv-spark/installed: examples/spark/requirements.txt | setup
	@command -v java > /dev/null || { $(ROOT) apt-get update && $(ROOT) apt-get install --yes --no-install-recommends openjdk-17-jre-headless; }
	python3 -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --requirement examples/spark/requirements.txt
	touch $@

# Compiles rules/ into the registry that is built in.
generate:
	BLESS=1 swift test --filter RuleTests.RegistryTests

# The registry holds the pages' text, and the program the registry: hence the order.
bless:
	BLESS=1 swift test --filter RuleTests.PageExampleTests
	$(MAKE) generate
	BLESS=1 swift test --filter 'ArchitectureTests|CorpusTests|CommandLineTests'

.build/bench/venv/installed: Tools/bench/requirements.txt | setup
	python3 -m venv .build/bench/venv
	$(BENCH_PYTHON) -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

setup-bench: build .build/bench/venv/installed
	$(call install_packages,$(BENCH_PACKAGES))
	swift build --package-path Benchmarks --configuration release --product generate-requests

# Quiet machine, please: the table says what it was run on.
bench: setup-bench
	$(BENCH_PYTHON) Tools/bench/bench.py $(PROGRAM) $(GENERATOR)

bench-gates: setup-bench
	$(BENCH_PYTHON) Tools/bench/gates.py $(PROGRAM) $(GENERATOR)

# No clock: instructions, compared with Benchmarks/instructions.tsv (BLESS=1 writes it), and that they grow in proportion.
bench-instructions: setup-bench
	$(BENCH_PYTHON) Tools/bench/instructions.py $(PROGRAM) $(GENERATOR)
	$(BENCH_PYTHON) Tools/bench/linearity.py $(PROGRAM) $(GENERATOR)

# Parts of the library, in process.
bench-parts:
	swift package --package-path Benchmarks --allow-writing-to-package-directory benchmark

# The program's `main` is libFuzzer's. Of several `-sanitize` the compiler follows the last one only, so that one names both.
fuzz-build: setup-system
	swift build --package-path Fuzzing --configuration release --product fuzz --sanitize address --sanitize fuzzer \
		-Xswiftc -sanitize=address,fuzzer -Xswiftc -use-ld=lld

# A minute for each target.
FUZZ_SECONDS ?= 60
fuzz: fuzz-build
	Fuzzing/run $(FUZZ_SECONDS)

# What is kept, and some seconds more, with the same dice each time.
fuzz-short: fuzz-build
	FUZZ_SEED=1 Fuzzing/run 10

install: build
	install -D --mode 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/imagebuilder-lint

clean:
	rm -rf .build .venv .venv-spark
