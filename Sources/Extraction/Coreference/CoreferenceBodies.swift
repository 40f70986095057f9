/// Bodies of common words that are told apart by what stands behind them: "Communist Party of Peru",
/// "Supreme Court of the Philippines".
extension Coreference {
  /// A body named so once in an article is meant by its bare name there, where only one such is.
  mutating func resolveBodiesOf() {
    var ofMention: [Int: Int] = [:]
    var ofForm: [Int: Set<Int>] = [:]
    var made: [UInt64: Int] = [:]
    for m in mentions.indices.dropLast() {
      let form = forms.formOfMention[m]
      guard forms[form].institution == nil, mentions[m].type == .organization,
        mentions[m].tokens.count > 1, let place = place(behind: m), isGeneric(forms[form])
      else { continue }
      let key =
        NameForms.combined(forms[form].keys[...]) ^ UInt64(UInt32(bitPattern: place.ordinal)) << 32
      let entity = made[key] ?? entities.count
      if made[key] == nil {
        made[key] = entity
        let end = gazetteer.name(of: place)
        let article = hasArticle(behind: m) ? "the " : ""
        entities.append(
          ArticleEntity(
            name: text(forms[form].tokens) + " of " + article + end, type: .organization))
      }
      ofMention[m] = entity
      ofForm[form, default: []].insert(entity)
    }
    for (m, entity) in ofMention { decided[m] = (entity, .name) }
    for (form, several) in ofForm where several.count == 1 && isOfNoState(forms[form]) {
      forms[form].entity = several.first
    }
  }

  /// Unknown, or known as a name that any state's body may have.
  private func isOfNoState(_ form: NameForm) -> Bool {
    guard let entity = form.entity else { return true }
    return entities[entity].known.flatMap { gazetteer.row(of: $0) }.map { $0.country == 0 } ?? false
  }

  /// The land or region of "of Peru", "of the Philippines" behind a mention.
  private func place(behind m: Int) -> KnownEntity? {
    let of = mentions[m].tokens.upperBound
    guard of + 1 < words.count, words[of].key == NameFinder.of else { return nil }
    let start = hasArticle(behind: m) ? of + 2 : of + 1
    let behind = mentions.indices[(m + 1)...].prefix(2)
    guard let next = behind.first(where: { mentions[$0].tokens.lowerBound == start }),
      mentions[next].type == .place, let index = forms[forms.formOfMention[next]].entity,
      [.country, .region].contains(entities[index].subtype)
    else { return nil }
    return entities[index].known
  }

  private func hasArticle(behind m: Int) -> Bool {
    let of = mentions[m].tokens.upperBound
    return of + 1 < words.count && words[of + 1].key == NameFinder.the
  }
}
