internal import Formats
internal import HTTP

// The problems of a query: each says which parameter, and what to send instead.

extension Problem {
  static func unknownParameter(_ name: String, accepting parameters: [Parameter]) -> Problem {
    let names = parameters.map(\.name.rawValue)
    var detail = "This resource takes no parameter “\(name)”."
    var members: [(name: String, json: [UInt8])] = [("parameter", json(name))]
    if let meant = nearest(name, among: names) {
      detail += " Did you mean “\(meant)”?"
      members.append(("did_you_mean", json(meant)))
    } else if names.isEmpty {
      detail += " It takes none at all."
    } else {
      detail += " It takes \(names.joined(separator: ", "))."
    }
    members.append(("allowed", json(names)))
    return ProblemType.unknownParameter.problem(detail: detail, members: members)
  }

  /// - Parameter fault: what is wrong, as the end of a sentence that begins with the parameter.
  static func badParameter(
    _ item: QueryItem, _ fault: String, allowed: [String], didYouMean: String? = nil
  ) -> Problem {
    var detail = "“\(item.name)” \(fault)."
    var members: [(name: String, json: [UInt8])] = [
      ("parameter", json(item.name)), ("value", json(item.value)),
    ]
    if let didYouMean {
      detail += " Did you mean “\(didYouMean)”?"
      members.append(("did_you_mean", json(didYouMean)))
    }
    if !allowed.isEmpty { members.append(("allowed", json(allowed))) }
    return ProblemType.badParameter.problem(detail: detail, members: members)
  }

  static func missingParameter(_ name: Parameter.Name) -> Problem {
    ProblemType.badParameter.problem(
      detail: "“\(name.rawValue)” is missing; this resource answers nothing without it.",
      members: [("parameter", json(name.rawValue))])
  }

  static func unknownFormat(_ format: String, allowed: [String]) -> Problem {
    ProblemType.unknownFormat.problem(
      detail: "There is no format “\(format)” here. There is \(allowed.joined(separator: ", ")).",
      members: [("parameter", json("format")), ("allowed", json(allowed))])
  }

  static func json(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(text)
    return writer.bytes
  }

  static func json(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  static func json(_ texts: [String]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for text in texts { writer.string(text) }
    writer.endArray()
    return writer.bytes
  }
}
