internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// How the entity of a path was found by a name that is not its id.
struct Resolution {
  var input: String
  var via: NameLookup.Via
  var entity: EntityOrdinal
  /// What the name could mean on a later level.
  var also: [EntityOrdinal]

  func writeMember(to json: inout JSONWriter, in snapshot: Snapshot) {
    json.key("resolved")
    json.beginObject()
    json.key("input")
    json.string(input)
    json.key("via")
    json.string(ascii: via.word)
    json.key("entity")
    json.string(snapshot.strings, snapshot[entity].id.indices)
    json.key("also")
    json.beginArray()
    for other in also { json.string(snapshot.strings, snapshot[other].id.indices) }
    json.endArray()
    json.endObject()
  }
}

// The rule of `{ref}`, for paths and for parameters.
extension Call {
  /// The entity that the path names, and how it was found where not by its id.
  ///
  /// - Parameters:
  ///   - capture: which of the path's captures is the name.
  ///   - types: what the name is narrowed to; `nil` is any.
  /// - Throws: `ambiguous-name` (300) or `unknown-entity` (404).
  func entity(
    at capture: Int = 0, in snapshot: Snapshot, narrowedTo types: Set<EntityType>?
  ) throws(Problem) -> (entity: EntityOrdinal, resolved: Resolution?) {
    let input = request.captures[capture]
    switch snapshot.lookup(input, types: types) {
    case .one(let entity, let via, let also):
      let isItsId = via == .id && input == snapshot.string(snapshot[entity].id)
      return (
        entity, isItsId ? nil : Resolution(input: input, via: via, entity: entity, also: also)
      )
    case .several(let entities, let via, let total):
      throw snapshot.ambiguousName(input, entities, via: via, total: total)
    case .none(let suggestions):
      throw snapshot.unknownEntity(input, suggestions)
    }
  }

  /// The entities of `entity=` or another such parameter: all of the outer, any of the inner.
  /// - Throws: `ambiguous-name` or `unknown-entity`, both 400 here.
  func entities(
    _ parameter: Parameter.Name = .entity, in snapshot: Snapshot
  ) throws(Problem) -> [[EntityOrdinal]] {
    var all: [[EntityOrdinal]] = []
    for names in arguments.alternatives(parameter) {
      var any: [EntityOrdinal] = []
      for name in names { any.append(try entity(named: name, by: parameter, in: snapshot)) }
      all.append(any)
    }
    return all
  }

  /// The one entity that a parameter's value is a name of.
  func entity(
    named name: String, by parameter: Parameter.Name, in snapshot: Snapshot
  ) throws(Problem) -> EntityOrdinal {
    var problem: Problem
    switch snapshot.lookup(name) {
    case .one(let entity, _, _): return entity
    case .several(let entities, let via, let total):
      problem = snapshot.ambiguousName(name, entities, via: via, total: total)
    case .none(let suggestions): problem = snapshot.unknownEntity(name, suggestions)
    }
    problem.status = 400
    problem.members.insert((name: "parameter", json: Problem.json(parameter.rawValue)), at: 0)
    throw problem
  }
}

extension Snapshot {
  fileprivate func ambiguousName(
    _ input: String, _ entities: [EntityOrdinal], via: NameLookup.Via, total: Int
  ) -> Problem {
    var candidates = JSONWriter(reserving: 256 * entities.count)
    candidates.beginArray()
    for entity in entities { writeCandidate(entity, via: via, to: &candidates) }
    candidates.endArray()
    return ProblemType.ambiguousName.problem(
      detail: "“\(input)” is a name of \(total) entities. Choose one and use its id, "
        + "or narrow with “type”.",
      members: [("input", Problem.json(input)), ("candidates", candidates.bytes)])
  }

  fileprivate func unknownEntity(_ input: String, _ suggestions: [Suggestion]) -> Problem {
    var detail = "Nothing is called “\(input)” in this corpus."
    if let first = suggestions.first {
      detail += " Did you mean \(string(self[first.entity].name))?"
    }
    var json = JSONWriter()
    json.beginArray()
    for suggestion in suggestions {
      writeSuggestion(
        suggestion.entity, matched: suggestion.matched, reason: suggestion.reason, to: &json)
    }
    json.endArray()
    return ProblemType.unknownEntity.problem(
      detail: detail, members: [("input", Problem.json(input)), ("suggestions", json.bytes)])
  }

  /// Writes an entity of which a name resembles what was asked for.
  func writeSuggestion(
    _ entity: EntityOrdinal, matched: String, reason: Suggestion.Reason, to json: inout JSONWriter
  ) {
    let row = self[entity]
    json.beginObject()
    writeIdentity(of: row, to: &json)
    json.key("mentions")
    json.integer(row.nameMentionCount)
    json.key("matched")
    json.string(matched)
    json.key("reason")
    json.string(ascii: reason.words)
    json.key("href")
    json.string("/entities/", strings, row.id.indices)
    json.endObject()
  }
}
