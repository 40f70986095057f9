/// How American states are written for short: by the post and by newspapers.
enum StateAbbreviations {
  /// The name of the state, by the key of an abbreviation.
  static let names: [UInt64: String] = {
    var names: [UInt64: String] = [:]
    for (name, short) in table {
      for word in short.split(separator: " ") { names[PhraseHash.key(String(word))] = name }
    }
    return names
  }()

  private static let table: [(name: String, short: String)] = [
    ("Alabama", "al ala"),
    ("Alaska", "ak"),
    ("Arizona", "az ariz"),
    ("Arkansas", "ar ark"),
    ("California", "ca calif"),
    ("Colorado", "co colo"),
    ("Connecticut", "ct conn"),
    ("Delaware", "de del"),
    ("Florida", "fl fla"),
    ("Georgia", "ga"),
    ("Hawaii", "hi"),
    ("Idaho", "id"),
    ("Illinois", "il ill"),
    ("Indiana", "in ind"),
    ("Iowa", "ia"),
    ("Kansas", "ks kan"),
    ("Kentucky", "ky"),
    ("Louisiana", "la"),
    ("Maine", "me"),
    ("Maryland", "md"),
    ("Massachusetts", "ma mass"),
    ("Michigan", "mi mich"),
    ("Minnesota", "mn minn"),
    ("Mississippi", "ms miss"),
    ("Missouri", "mo"),
    ("Montana", "mt mont"),
    ("Nebraska", "ne neb"),
    ("Nevada", "nv nev"),
    ("New Hampshire", "nh"),
    ("New Jersey", "nj"),
    ("New Mexico", "nm"),
    ("New York", "ny"),
    ("North Carolina", "nc"),
    ("North Dakota", "nd"),
    ("Ohio", "oh"),
    ("Oklahoma", "ok okla"),
    ("Oregon", "or ore"),
    ("Pennsylvania", "pa"),
    ("Rhode Island", "ri"),
    ("South Carolina", "sc"),
    ("South Dakota", "sd"),
    ("Tennessee", "tn tenn"),
    ("Texas", "tx tex"),
    ("Utah", "ut"),
    ("Vermont", "vt"),
    ("Virginia", "va"),
    ("Washington", "wa wash"),
    ("West Virginia", "wv wva"),
    ("Wisconsin", "wi wis"),
    ("Wyoming", "wy wyo"),
  ]
}

extension Coreference {
  /// "Paterson, N.J.", "Paterson (Pa.)": the state behind a place; with a stop in it anywhere.
  func state(abbreviatedBy form: NameForm) -> Gazetteer.Reference? {
    let start = form.tokens.lowerBound
    guard form.keys.count == 1, form.type == .place || form.type == .organization,
      let name = StateAbbreviations.names[form.keys[0]], start > 0
    else { return nil }
    let isDotted =
      words[start].shape.contains(.dotted)
      || start + 1 < words.count && words[start + 1].mark == UInt8(ascii: ".")
        && words[start + 1].shape.contains(.joined)
    let before = words[start - 1].mark
    guard before == UInt8(ascii: ",") || before == UInt8(ascii: "(") else { return nil }
    guard isDotted || words[start].shape.contains(.allCapitals) else { return nil }
    let behind = words[max(0, start - 2)]
    guard behind.shape.contains(.capital) else { return nil }
    return gazetteer.references(gazetteer.entry(of: name)).first {
      $0.relation == .name && gazetteer.row(of: $0.entity)?.subtype == .region
    }.map { Gazetteer.Reference(entity: $0.entity, relation: .abbreviation) }
  }
}
