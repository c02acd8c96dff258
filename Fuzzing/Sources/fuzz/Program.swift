// What libFuzzer, whose `main` is the program's, calls. The environment variable FUZZ_TARGET names the target.
import Foundation

/// Called once, in front of the first run.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
    guard let target = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(Target.init) else {
        print("Set FUZZ_TARGET to one of: \(Target.allCases.map(\.rawValue).joined(separator: " "))")
        exit(2)
    }
    Subject.chosen = Subject(target)
    return 0
}

/// Called with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Subject.chosen?.test([UInt8](UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
