#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why the system refused, in its own words.
package struct SystemError: Error, CustomStringConvertible {
  let code: Int32

  /// The last refusal on this thread.
  static var last: SystemError { SystemError(code: errno) }

  package var description: String { unsafe String(cString: strerror(code)) }
}

/// A file open for reading, closed when it goes.
struct InputFile: ~Copyable, Sendable {
  private let descriptor: Int32
  private let isOwned: Bool

  static var standardInput: InputFile { InputFile(descriptor: 0, isOwned: false) }

  private init(descriptor: Int32, isOwned: Bool) {
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  init(path: String) throws(SystemError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    isOwned = true
    if descriptor < 0 { throw SystemError.last }
  }

  deinit {
    if isOwned && descriptor >= 0 { close(descriptor) }
  }

  /// Appends up to `limit` bytes to `buffer`, waiting for the first of them.
  /// - Returns: how many; 0 at the end.
  func read(into buffer: inout [UInt8], atMost limit: Int) throws(SystemError) -> Int {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: limit))
    var count = 0
    repeat {
      count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe systemRead(descriptor, room.baseAddress.map { unsafe $0 + start }, limit)
      }
    } while count < 0 && errno == EINTR
    let failure = count < 0 ? SystemError.last : nil
    buffer.removeLast(limit - max(0, count))
    if let failure { throw failure }
    return count
  }

  /// Everything from here to the end.
  /// - Parameter expected: the size the file is thought to have.
  func readAll(expecting expected: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    // One byte more than expected, so that the end of an unchanged file shows in the second read.
    var limit = expected + 1
    while try read(into: &bytes, atMost: limit) > 0 { limit = max(1, min(limit, 1 << 20)) }
    return bytes
  }
}

/// `read(2)`; inside a type with a `read` of its own the C function has no other name.
private func systemRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  unsafe read(descriptor, room, count)
}
