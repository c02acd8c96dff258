import Foundation
import RequestLint
import Testing

@testable import Workspace

@Suite struct DiscoveryTests {
    /// The names of what is found, relative to the folder; notices in angle brackets.
    private func names(_ folder: borrowing Folders, _ paths: String..., input: String? = nil) -> [String] {
        let root = folder.url.path
        let items = Discovery.items(paths.map { Path(root + "/" + $0) }, standardInput: input)
        return items.map { item in
            switch item {
            case .input(let input):
                return (input.name.hasPrefix(root + "/") ? String(input.name.dropFirst(root.count + 1)) : input.name)
                    + (input.origin == .named ? "!" : "")
            case .folder(let report):
                return "<\(report.file.dropFirst(root.count + 1)): \(report.notices[0].kind.rawValue)>"
            }
        }
    }

    @Test func folders() throws {
        let folder = try Folders()
        for name in ["b.yaml", "a.json", "c.txt", "d.YML", "json", ".json", "a/z.yml", "a/y.json", ".hidden/a.json", ".x.json"] {
            try folder.write(name)
        }
        #expect(names(folder, "") == [".x.json", "a.json", "a/y.json", "a/z.yml", "b.yaml", "d.YML"])
        #expect(names(folder, "a", ".hidden") == [".hidden/a.json", "a/y.json", "a/z.yml"])
    }

    @Test func eachOnceAndNamedWins() throws {
        let folder = try Folders()
        for name in ["a.json", "b.json"] { try folder.write(name) }
        #expect(names(folder, "b.json", "", "./b.json", "nothing") == ["a.json", "b.json!", "nothing!"])
    }

    @Test func standardInputIsSortedByItsName() throws {
        let folder = try Folders()
        try folder.write("a.json")
        #expect(names(folder, "a.json", input: "zz.json") == ["a.json!", "zz.json"])
        #expect(names(folder, "a.json", input: "!.json") == ["!.json", "a.json!"])
    }

    @Test func emptyFoldersAreSaid() throws {
        let folder = try Folders()
        try folder.write("sub/readme.txt")
        #expect(names(folder, "sub") == ["<sub: no-request>"])
    }

    @Test func links() throws {
        let folder = try Folders()
        try folder.write("real/a.json")
        try folder.link("real/loop", to: "..")
        try folder.link("real/self.json", to: "self.json")
        try folder.link("folder.json", to: "real")
        try folder.link("file.json", to: "real/a.json")
        #expect(names(folder, "") == ["file.json", "folder.json", "real/a.json", "real/self.json"])
        // A link that is named is followed.
        #expect(names(folder, "folder.json") == ["folder.json/a.json", "folder.json/self.json"])
    }

    @Test func git() throws {
        let folder = try Folders()
        for name in ["a.json", "ignored.json", "build/b.json", "sub/c.yaml", ".github/d.yml", "sub/.cache/e.json", "gone.json"] {
            try folder.write(name)
        }
        try folder.write(".gitignore", Array("build/\nignored.json\n".utf8))
        try folder.shell("git init -q . && git add a.json gone.json && rm gone.json")
        try folder.write("tab\tname.json")
        // What git tracks and is gone is listed, and found gone when it is read.
        #expect(names(folder, "") == ["a.json", "gone.json", "sub/c.yaml", "tab\tname.json"])
        #expect(names(folder, "sub") == ["sub/c.yaml"])
        #expect(names(folder, "build") == ["<build: no-request>"])
        #expect(names(folder, "ignored.json", ".github") == [".github/d.yml", "ignored.json!"])
    }

    @Test func repositoriesInsideOthers() throws {
        let folder = try Folders()
        for name in ["outer/a.json", "outer/inner/b.json", "outer/inner/ignored.json", "outer/module/m.json"] {
            try folder.write(name)
        }
        let commit = "git -c user.name=a -c user.email=b commit -qm c --no-gpg-sign"
        try folder.shell("cd outer/inner && git init -q . && echo ignored.json > .git/info/exclude")
        try folder.shell("cd outer/module && git init -q . && git add . && \(commit)")
        #expect(names(folder, "") == ["outer/a.json", "outer/inner/b.json", "outer/module/m.json"])
        try folder.shell("cd outer && git init -q . && git add module 2>/dev/null")
        #expect(names(folder, "outer") == ["outer/a.json", "outer/inner/b.json", "outer/module/m.json"])
    }

    @Test func whenGitFails() throws {
        let folder = try Folders()
        for name in ["a.json", "sub/b.json"] { try folder.write(name) }
        try folder.write(".git", Array("gitdir: nowhere\n".utf8))
        #expect(names(folder, "sub") == ["<sub: environment>", "sub/b.json"])
    }
}
