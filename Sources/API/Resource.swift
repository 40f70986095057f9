package import Extraction
package import HTTP
package import NewsIndex

/// One line of the table of everything served: a path, the parameters it takes, and what answers.
package struct Resource: Sendable {
  /// What an answer may look like.
  package enum Form: Sendable {
    /// One thing, as JSON.
    case object
    /// Rows, in every format of `Format.lists`.
    case list
    /// Nodes and edges, in every format of `Format.graphs`.
    case graph
    /// Bytes of one media type.
    case file(mediaType: String)
  }

  typealias Answer = @Sendable (Call) throws(Problem) -> Response

  /// `/entities/{ref}/mentions`
  package let path: String
  /// What is posted is worked on beside the event loops, and nothing of it is kept.
  package let method: HTTP.Method
  package let form: Form
  package let parameters: [Parameter]
  private let answer: Answer

  init(
    _ path: String, method: HTTP.Method = .get, _ form: Form, _ parameters: [Parameter] = [],
    answer: @escaping Answer
  ) {
    self.path = path
    self.method = method
    self.form = form
    self.answer = answer
    self.parameters =
      form.formats.isEmpty ? parameters : parameters + [.format(form.formats), .pretty]
  }

  /// True where the service document links to it: lists, graphs and documents without a capture.
  var isLinked: Bool { method == .get && path != "/" && !path.contains("{") }

  /// Checks the query, agrees on a format and answers; a problem is an answer too.
  func response(to request: Request, from edition: Edition) -> Response {
    do throws(Problem) {
      let arguments = try Arguments(request.query, accepting: parameters)
      let format = try form.agreedFormat(arguments.value(.format), accept: request.accept)
      let call = Call(request: request, arguments: arguments, format: format, edition: edition)
      return try answer(call)
    } catch {
      return error.response
    }
  }
}

/// What every answer is made from: the snapshot in service and what this build says of itself.
package struct Edition: Sendable {
  package let current: Current
  package let extractor: Extractor
  /// A reader's own, for texts sent to be analysed.
  package let decisions: NameDecisions
  /// The bytes of openapi.yaml.
  package let openAPI: [UInt8]
  package let version: String

  package init(
    current: Current, extractor: Extractor, decisions: NameDecisions = NameDecisions(),
    openAPI: [UInt8], version: String
  ) {
    self.current = current
    self.extractor = extractor
    self.decisions = decisions
    self.openAPI = openAPI
    self.version = version
  }
}

extension Problem {
  static var notReady: Problem {
    ProblemType.notReady.problem(
      detail: "The articles are still being read. Try again in a second.",
      fields: [("Retry-After", "1")])
  }
}

extension Resource.Form {
  package var formats: [Format] {
    switch self {
    case .object: [.json]
    case .list: Format.lists
    case .graph: Format.graphs
    case .file: []
    }
  }

  /// The media types of its answers, the standard one first.
  package var mediaTypes: [String] {
    switch self {
    case .object, .list, .graph: formats.map(\.mediaType)
    case .file(let mediaType): [mediaType]
    }
  }

  /// `format=` wins; else what `Accept` likes best. A file has its one form and the format returned
  /// means nothing.
  fileprivate func agreedFormat(
    _ format: String?, accept: AcceptField
  ) throws(Problem) -> Format {
    if let format = format.flatMap(Format.init) { return format }
    guard let mediaType = accept.best(of: mediaTypes) else {
      throw ProblemType.notAcceptable.problem(
        detail: "This resource is served as \(mediaTypes.joined(separator: ", ")).",
        members: [("allowed", Problem.json(mediaTypes))])
    }
    return formats.first { $0.mediaType == mediaType } ?? .json
  }
}
