internal import Extraction
internal import Formats
internal import HTTP
internal import NewsIndex

/// What a name can mean, and what a name begun can become.
enum NameResources {
  /// An entity a name may mean, and how where that is known.
  private struct Candidate: Sendable {
    var entity: EntityOrdinal
    var via: NameLookup.Via?
  }

  /// An entity one of whose names resembles what was typed.
  private struct Match: Sendable {
    var entity: EntityOrdinal
    var name: String
    var reason: Suggestion.Reason
  }

  /// Every candidate is a success here: none, one or several.
  static func resolve(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let candidates: [Candidate] =
      switch snapshot.lookup(call.arguments.value(.name) ?? "", types: call.commonTypes) {
      case .one(let entity, let via, let also):
        [Candidate(entity: entity, via: via)] + also.map { Candidate(entity: $0, via: nil) }
      case .several(let entities, let via, _):
        entities.map { Candidate(entity: $0, via: via) }
      case .none: []
      }
    let listing = try Listing(call, snapshot, path: ["resolve"])
    let columns = ["id", "name", "type", "mentions", "via", "href"]
    return listing.response(listing.page(of: candidates), columns: columns) { candidate, json in
      snapshot.writeCandidate(candidate.entity, via: candidate.via, to: &json)
    }
  }

  /// Entities of which some word of some name begins so, most mentioned first; then names that are
  /// spelled or sound alike.
  static func suggest(_ call: Call) throws(Problem) -> Response {
    let snapshot = try call.snapshot()
    let listing = try Listing(call, snapshot, path: ["suggest"])
    let typed = call.arguments.value(.q) ?? ""
    var query = EntityQuery()
    query.prefix = typed
    query.types = call.types
    let begun = snapshot.entities(query, listing.page)
    var suggestions = begun.items.map { entity in
      Match(
        entity: entity, name: snapshot.name(of: entity, beginning: typed), reason: .prefix)
    }
    if suggestions.count < listing.page.limit,
      case .none(let alike) = snapshot.lookup(typed, types: call.commonTypes)
    {
      for other in alike where !begun.items.contains(other.entity) {
        suggestions.append(
          Match(entity: other.entity, name: other.matched, reason: other.reason))
      }
    }
    let page = Page(
      items: Array(suggestions.prefix(listing.page.limit)),
      total: max(begun.total, suggestions.count))
    let columns = ["id", "name", "type", "mentions", "matched", "reason", "href"]
    return listing.response(page, columns: columns) { suggestion, json in
      snapshot.writeSuggestion(
        suggestion.entity, matched: suggestion.name, reason: suggestion.reason, to: &json)
    }
  }
}

extension Snapshot {
  /// The entity's most used name of which a word begins with `start`.
  fileprivate func name(of entity: EntityOrdinal, beginning start: String) -> String {
    let key = NameKey.fold(start)
    let name = string(self[entity].name)
    if Self.hasWord(of: name, beginning: key) { return name }
    for alias in aliases(of: entity) {
      let text = string(alias.text)
      if Self.hasWord(of: text, beginning: key) { return text }
    }
    return name
  }

  private static func hasWord(of name: String, beginning key: String) -> Bool {
    (" " + NameKey.fold(name)).contains(" " + key)
  }
}
