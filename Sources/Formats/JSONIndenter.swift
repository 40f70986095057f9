/// Lays out compact JSON for reading: two spaces a level, `"name": value`, a line feed at the end.
///
/// Arrays of numbers alone stay on one line. The input is trusted to be JSON as `JSONWriter`
/// writes it, without white space outside strings; anything else is still only copied.
package func indentedJSON(_ compact: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(compact.count * 2)
  var depth = 0
  var i = 0
  func breakLine() {
    result.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { result.append(contentsOf: [0x20, 0x20]) }
  }
  while i < compact.count {
    let byte = compact[i]
    switch byte {
    case UInt8(ascii: "\""):
      let end = endOfString(compact, from: i)
      result.append(contentsOf: compact[i..<end])
      i = end
      continue
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if let end = endOfPlainArray(compact, from: i) {
        for inner in compact[i..<end] {
          result.append(inner)
          if inner == UInt8(ascii: ",") { result.append(0x20) }
        }
        i = end
        continue
      }
      result.append(byte)
      depth += 1
      breakLine()
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth = max(0, depth - 1)
      breakLine()
      result.append(byte)
    case UInt8(ascii: ","):
      result.append(byte)
      breakLine()
    case UInt8(ascii: ":"): result.append(contentsOf: [byte, 0x20])
    default: result.append(byte)
    }
    i += 1
  }
  result.append(UInt8(ascii: "\n"))
  return result
}

/// The offset after the closing quote of the string that opens at `start`.
private func endOfString(_ json: [UInt8], from start: Int) -> Int {
  var i = start + 1
  while i < json.count && json[i] != UInt8(ascii: "\"") {
    i += json[i] == UInt8(ascii: "\\") ? 2 : 1
  }
  return min(i + 1, json.count)
}

/// The offset after `[…]` or `{}` at `start` where it is empty or holds numbers only.
private func endOfPlainArray(_ json: [UInt8], from start: Int) -> Int? {
  var i = start + 1
  while i < json.count {
    switch json[i] {
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return i + 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ","):
      i += 1
    default: return nil
    }
  }
  return nil
}
