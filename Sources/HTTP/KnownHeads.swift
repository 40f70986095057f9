/// Request heads that came before, octet for octet, each with the kept answer it was given: such a
/// request is answered without parsing, routing or negotiation.
///
/// That the answer is the one the long way gives rests on three things:
/// - A head ends at its first empty line, and nothing behind that is looked at on the way to a kept
///   answer. So input that begins with the octets of a whole head begins with that head, and all
///   that the head decides (validity, Host, Accept, what becomes of the connection) is decided.
/// - Only heads are noted that announced no content, were answered whole with a kept answer, and
///   left the connection as it was.
/// - What else decides is asked afresh: `Connection` asks here only between two requests, and not
///   when this answer is to be its last; an answer that `AnswerCache` has let go, because its
///   generation or its turn is over, is not found; Date is written as an answer is sent.
///
/// A table with one place for each hash, bounded in entries and octets. Finding allocates nothing;
/// noting does so only for a head that came twice in a row to its place.
struct KnownHeads {
  /// What is longer is parsed every time.
  static let longestByteCount = 1024
  /// As many as a `Hint` can tell apart.
  private static let slotCount = 256

  /// Where a connection's last match was: a client often asks the same again.
  struct Hint {
    fileprivate var index: UInt8 = 0
  }

  /// A head at the front of some input.
  struct Match {
    var byteCount: Int
    /// Of the target, which begins behind `GET `.
    var targetEnd: Int
    var answer: AnswerCache.Place
  }

  private struct Slot {
    var octets: [UInt8] = []
    var targetEnd: Int32 = 0
    var answer = AnswerCache.Place()
    /// Of the last head that was noted here; it is taken in when it comes again.
    var candidate: UInt64 = 0

    @inline(__always)
    func isFront(of input: Span<UInt8>) -> Bool {
      let count = octets.count
      return count > 0 && count <= input.count
        && input.extracting(0..<count).hasSameOctets(as: octets.span)
    }

    @inline(__always)
    var match: Match {
      Match(byteCount: octets.count, targetEnd: Int(targetEnd), answer: answer)
    }
  }

  private var slots = [Slot](repeating: Slot(), count: slotCount)
  /// So that nobody outside can choose heads that share a place.
  private let seed = UInt64.random(in: .min ... .max)

  /// The known head that `input` begins with.
  @inline(__always)
  func match(_ input: Span<UInt8>, hint: inout Hint) -> Match? {
    if slots[Int(hint.index)].isFront(of: input) { return slots[Int(hint.index)].match }
    return search(input, &hint)
  }

  private func search(_ input: Span<UInt8>, _ hint: inout Hint) -> Match? {
    let byteCount = input.headByteCount(within: Self.longestByteCount)
    guard byteCount > 0 else { return nil }
    let index = index(input.extracting(0..<byteCount).quickHash(seed: seed))
    guard slots[index].isFront(of: input) else { return nil }
    hint.index = UInt8(truncatingIfNeeded: index)
    return slots[index].match
  }

  private func index(_ hash: UInt64) -> Int { Int(hash & UInt64(Self.slotCount - 1)) }

  /// Has the next request with exactly this head find its answer.
  mutating func note(_ octets: Span<UInt8>, targetEnd: Int, answer: AnswerCache.Place) {
    guard octets.headByteCount(within: Self.longestByteCount) == octets.count else { return }
    let hash = octets.quickHash(seed: seed)
    let index = index(hash)
    guard slots[index].candidate == hash else {
      slots[index].candidate = hash
      return
    }
    slots[index].octets.removeAll(keepingCapacity: true)
    slots[index].octets.append(octets)
    slots[index].targetEnd = Int32(targetEnd)
    slots[index].answer = answer
  }
}

extension Span<UInt8> {
  /// Octets up to the end of the first empty line that follows another; 0 where there is none
  /// within `limit`.
  fileprivate func headByteCount(within limit: Int) -> Int {
    let end = Swift.min(count, limit)
    var i = 0
    while i + 8 <= end {
      let skipped = word(at: i).leadingCountBeforeReturn
      i += skipped
      if skipped == 8 { continue }
      if i + 4 <= end, self[i + 1] == .lineFeed, self[i + 2] == .carriageReturn,
        self[i + 3] == .lineFeed
      {
        return i + 4
      }
      i += 1
    }
    while i + 4 <= end {
      if self[i] == .carriageReturn, self[i + 1] == .lineFeed, self[i + 2] == .carriageReturn,
        self[i + 3] == .lineFeed
      {
        return i + 4
      }
      i += 1
    }
    return 0
  }
}
