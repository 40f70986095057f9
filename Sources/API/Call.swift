internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// One request whose query has been checked.
struct Call: Sendable {
  let request: Request
  let arguments: Arguments
  let format: Format
  let edition: Edition

  /// The snapshot in service; a handler asks once and answers from that one alone.
  func snapshot() throws(Problem) -> Snapshot {
    guard let snapshot = edition.current.load() else { throw .notReady }
    return snapshot
  }

  /// The answer that is one JSON object.
  func object(
    _ snapshot: Snapshot, location: Target? = nil, _ writeMembers: (inout JSONWriter) -> Void
  ) -> Response {
    value(snapshot, location: location) { json in
      json.beginObject()
      writeMembers(&json)
      json.endObject()
    }
  }

  /// The answer that is one JSON value.
  func value(
    _ snapshot: Snapshot, location: Target? = nil, _ write: (inout JSONWriter) -> Void
  ) -> Response {
    var json = JSONWriter(reserving: 4096)
    write(&json)
    return Response(
      contentType: format.contentType, content: laidOut(json.bytes),
      fields: location.map { [("Content-Location", $0.text)] } ?? [],
      lastModified: snapshot.builtAt, isCacheable: true)
  }

  /// Compact JSON, or indented where that was asked for.
  func laidOut(_ json: [UInt8]) -> [UInt8] {
    arguments.flag(.pretty) ? indentedJSON(json) : json
  }

  /// Where exactly this answer stands: `target` with the cursor it was asked with.
  func location(_ target: Target) -> Target {
    var location = target
    location.query = request.query
    return location
  }

  /// What an article's path names.
  func article(in snapshot: Snapshot) throws(Problem) -> ArticleOrdinal {
    let id = request.captures[0]
    guard let article = snapshot.article(id: id) else { throw unknown("article", id) }
    return article
  }

  /// Nothing of that kind has the id, which its list gives.
  func unknown(_ kind: String, _ id: String) -> Problem {
    ProblemType.notFound.problem(
      detail: "No \(kind) has the id “\(id)”; /\(kind)s lists them.",
      members: [("input", Problem.json(id))])
  }

  /// What `sort=` asks for, by the words of `keys`.
  func sort<Key>(by keys: [(word: String, key: Key)]) -> [Sort<Key>] {
    arguments.sortKeys.compactMap { part in
      keys.first { $0.word == part.key }.map { Sort($0.key, descending: part.descends) }
    }
  }

  // MARK: Filters

  var types: [Set<EntityType>] {
    arguments.alternatives(.type).map { words in
      Set(EntityType.allCases.filter { words.contains($0.word.description) })
    }
  }

  /// Types that fit every repetition of `type=`; `nil` where it was not given.
  var commonTypes: Set<EntityType>? {
    types.reduce(nil) { common, some in common.map { $0.intersection(some) } ?? some }
  }

  /// Kinds that fit every repetition of `kind=`; the name kinds where it was not given.
  var kinds: Set<MentionKind> {
    let lists = arguments.alternatives(.kind)
    guard !lists.isEmpty else { return MentionKind.names }
    return lists.reduce(Set(MentionKind.allCases)) { common, words in
      words.contains("*")
        ? common : common.filter { words.contains($0.word.description) }
    }
  }

  /// Of `type=` and `predicate=` together.
  var predicates: Set<Predicate> {
    arguments.alternatives(.type).reduce(namedPredicates) { common, words in
      common.filter { words.contains($0.type.name) }
    }
  }

  /// Of `predicate=` alone.
  var namedPredicates: Set<Predicate> {
    common(.predicate) { $0.name }
  }

  var modalities: Set<Modality> { common(.modality) { $0.word.description } }

  var statuses: Set<EventStatus> { common(.status) { $0.word.description } }

  /// Forms that fit every repetition of `form=`; those in marks where it was not given.
  var forms: Set<Quotation.Form> {
    arguments.alternatives(.form).isEmpty
      ? Quotation.Form.marked : common(.form) { $0.word.description }
  }

  /// Values that fit every repetition of a parameter; all where it was not given.
  private func common<Value: CaseIterable & Hashable>(
    _ parameter: Parameter.Name, _ word: (Value) -> String
  ) -> Set<Value> {
    arguments.alternatives(parameter).reduce(Set(Value.allCases)) { common, words in
      common.filter { words.contains(word($0)) }
    }
  }

  var edgeClass: EdgeClass {
    let word = arguments.value(.class)
    return EdgeClass.allCases.first { $0.word.description == word } ?? .cooccurrence
  }

  var minWeight: Int32 { Int32(truncatingIfNeeded: arguments.integer(.minWeight)) }

  var published: DayBounds {
    DayBounds(
      from: arguments.firstDay(.publishedFrom), to: arguments.lastDay(.publishedTo))
  }

  /// Of what a relation or event is about.
  var dates: DayBounds {
    DayBounds(from: arguments.firstDay(.from), to: arguments.lastDay(.to))
  }

  /// The sources of `source=`; a name that no article has fits nothing.
  func sources(in snapshot: Snapshot) -> [[SourceOrdinal]] {
    arguments.values(.source).map { value in
      // A name may have a comma of its own.
      if let whole = snapshot.source(named: value) { return [whole] }
      return value.split(separator: ",").compactMap { snapshot.source(named: String($0)) }
    }
  }

  /// The articles of `article=` that fit every repetition; `nil` where it was not given.
  func articles(in snapshot: Snapshot) -> [ArticleOrdinal]? {
    let lists = arguments.alternatives(.article)
    guard let first = lists.first else { return nil }
    let common = lists.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    return Set(common.compactMap { snapshot.article(id: $0) }).sorted()
  }
}
