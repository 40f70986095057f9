internal import Extraction
package import Formats
package import HTTP

/// The query of one request, checked against what the resource accepts.
package struct Arguments: Sendable {
  private let parameters: [Parameter]
  private let items: [(name: Parameter.Name, value: String)]

  /// - Throws: `unknown-parameter`, `unknown-format` or `bad-parameter`, each saying what to send.
  package init(_ query: [QueryItem], accepting parameters: [Parameter]) throws(Problem) {
    self.parameters = parameters
    var items: [(name: Parameter.Name, value: String)] = []
    for item in query {
      guard let parameter = parameters.first(where: { $0.name.rawValue == item.name }) else {
        throw .unknownParameter(item.name, accepting: parameters)
      }
      if !parameter.isRepeatable && items.contains(where: { $0.name == parameter.name }) {
        throw .badParameter(item, "is given twice; give it once", allowed: [])
      }
      try parameter.check(item)
      items.append((parameter.name, item.value))
    }
    for parameter in parameters where parameter.isRequired {
      let isThere = items.contains { $0.name == parameter.name }
      if !isThere { throw .missingParameter(parameter.name) }
    }
    self.items = items
  }

  package func value(_ name: Parameter.Name) -> String? {
    items.first { $0.name == name }?.value
  }

  /// Every value given, one a repetition: all of them must hold.
  package func values(_ name: Parameter.Name) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }

  /// What must hold of a list parameter: all of the outer, any of the inner.
  package func alternatives(_ name: Parameter.Name) -> [[String]] {
    values(name).map { $0.split(separator: ",").map(String.init) }
  }

  package func integer(_ name: Parameter.Name) -> Int {
    if let text = value(name), let number = Int(text) { return number }
    for parameter in parameters where parameter.name == name {
      if case .integer(_, let standard) = parameter.value { return standard }
    }
    preconditionFailure("no integer parameter of this name")
  }

  package func flag(_ name: Parameter.Name) -> Bool { value(name) == "true" }

  package var limit: Int { integer(.limit) }

  /// The words of all repetitions of a list parameter together.
  package func words(_ name: Parameter.Name) -> Set<String> {
    Set(alternatives(name).joined())
  }

  /// The first day meant by `published_from=2024-10`, or the last by `published_to=`.
  package func firstDay(_ name: Parameter.Name) -> CalendarDate? {
    value(name).flatMap(dayRange)?.lowerBound
  }
  package func lastDay(_ name: Parameter.Name) -> CalendarDate? {
    value(name).flatMap(dayRange)?.upperBound
  }

  /// The sort keys asked for, or the standard ones.
  package var sortKeys: [(key: String, descends: Bool)] {
    var text = value(.sort)
    for parameter in parameters where text == nil {
      if case .sort(_, let standard) = parameter.value { text = standard }
    }
    return (text ?? "").split(separator: ",").map { part in
      part.hasPrefix("-") ? (String(part.dropFirst()), true) : (String(part), false)
    }
  }
}

/// The days that `2024`, `2024-10` or `2024-10-07` stands for.
private func dayRange(_ text: String) -> ClosedRange<CalendarDate>? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  let widths = parts.map(\.utf8.count)
  guard [[4], [4, 2], [4, 2, 2]].contains(widths),
    parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
  else { return nil }
  let numbers = parts.compactMap { Int($0) }
  let month = numbers.count > 1 ? numbers[1] : nil
  guard (1...12).contains(month ?? 1) else { return nil }
  let lastMonth = month ?? 12
  let day = numbers.count > 2 ? numbers[2] : nil
  guard let first = CalendarDate(year: numbers[0], month: month ?? 1, day: day ?? 1),
    let last = CalendarDate(
      year: numbers[0], month: lastMonth,
      day: day ?? CalendarDate.dayCount(year: numbers[0], month: lastMonth))
  else { return nil }
  return first...last
}

extension Parameter {
  fileprivate func check(_ item: QueryItem) throws(Problem) {
    switch value {
    case .text, .cursor:
      if item.value.isEmpty { throw .badParameter(item, "must not be empty", allowed: []) }
    case .texts, .references:
      if parts(of: item).contains("") {
        throw .badParameter(item, "must not be empty, nor any part of it", allowed: [])
      }
    case .date:
      if dayRange(item.value) == nil {
        throw .badParameter(
          item, "must be a day, month or year", allowed: ["YYYY-MM-DD", "YYYY-MM", "YYYY"])
      }
    case .integer(let range, _):
      let isDigits =
        !item.value.isEmpty && item.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isDigits, let number = Int(item.value), range.contains(number) else {
        let bounds = "\(range.lowerBound)…\(range.upperBound)"
        throw .badParameter(item, "must be a whole number, \(bounds)", allowed: [bounds])
      }
    case .choice(let words, _):
      try check(item, [item.value], among: words)
    case .choices(let words):
      try check(item, parts(of: item), among: words)
    case .sort(let keys, _):
      let given = parts(of: item)
      try check(item, given, among: keys + keys.map { "-" + $0 })
      let bare = given.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
      if given.count > Self.sortKeyLimit {
        throw .badParameter(item, "names more than \(Self.sortKeyLimit) keys", allowed: keys)
      }
      if Set(bare).count < bare.count {
        throw .badParameter(item, "names a key twice", allowed: keys)
      }
    case .flag:
      try check(item, [item.value], among: ["true", "false"])
    }
  }

  private func parts(of item: QueryItem) -> [String] {
    item.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private func check(
    _ item: QueryItem, _ given: [String], among words: [String]
  ) throws(Problem) {
    for word in given where !words.contains(word) {
      if name == .format { throw .unknownFormat(word, allowed: words) }
      throw .badParameter(
        item, "does not know “\(word)”", allowed: words, didYouMean: nearest(word, among: words))
    }
  }
}
