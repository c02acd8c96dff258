# What run and keep share.
TARGETS=(json yaml hcl lines cron text pages screening)

# Words that are put together with what a target starts from.
dictionary() {
    case $1 in
    json | screening | lines) cat dictionaries/{json,requests,templates,values}.dict ;;
    yaml) cat dictionaries/{yaml,requests,templates,values}.dict ;;
    hcl) cat dictionaries/{hcl,values}.dict ;;
    *) cat "dictionaries/$1.dict" ;;
    esac
}

# Runs libFuzzer on a target. An input may take ten seconds and 2 GB, far more than any has to, as machines are busy. Swift's
# own handler of crashes is off: it reads the stack in a way that the sanitizer takes for another mistake, and hangs.
fuzz() {
    FUZZ_TARGET=$1 SWIFT_BACKTRACE=enable=no .build/release/fuzz -max_len=8192 -timeout=10 -rss_limit_mb=2048 -print_funcs=0 -verbosity=0 "${@:2}"
}

# Leaves out the words that libFuzzer would start from next time; what is found has them.
brief() {
    sed --unbuffered '/^###### Recommended/,/^###### End/d'
}
