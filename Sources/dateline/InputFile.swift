#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
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
  /// - Parameters:
  ///   - expected: the size the file is thought to have.
  ///   - limit: one byte more than this is enough; the caller refuses such a file.
  func readAll(expecting expected: Int, atMost limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end of an unchanged file shows in the second read.
    var room = min(expected, limit) + 1
    bytes.reserveCapacity(room)
    while bytes.count <= limit, try read(into: &bytes, atMost: room) > 0 {
      room = min(1 << 20, max(1, limit + 1 - bytes.count))
    }
    return bytes
  }
}

/// `read(2)`; inside a type with a `read` of its own the C function has no other name.
private func systemRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  unsafe read(descriptor, room, count)
}
