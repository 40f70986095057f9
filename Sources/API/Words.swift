package import Extraction
package import NewsIndex

// The words that JSON, CSV and the query use for the values of the index's enums.

extension EntityType {
  package var word: StaticString {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .place: "place"
    case .group: "group"
    case .event: "event"
    case .work: "work"
    case .product: "product"
    }
  }
}

extension PlaceSubtype {
  package var word: StaticString {
    switch self {
    case .country: "country"
    case .formerCountry: "former_country"
    case .territory: "territory"
    case .region: "region"
    case .city: "city"
    }
  }
}

extension MentionKind {
  package var word: StaticString {
    switch self {
    case .name: "name"
    case .surname: "surname"
    case .variant: "variant"
    case .abbreviation: "abbreviation"
    case .demonym: "demonym"
    case .metonym: "metonym"
    case .epithet: "epithet"
    case .description: "description"
    case .pronoun: "pronoun"
    }
  }
}

extension ZoneKind {
  package var word: StaticString {
    switch self {
    case .title: "title"
    case .dateline: "dateline"
    case .subheading: "subheading"
    case .body: "body"
    case .credit: "credit"
    case .residue: "residue"
    }
  }
}

extension ArticleTitle.Origin {
  package var word: StaticString {
    switch self {
    case .source: "source"
    case .firstLine: "first_line"
    }
  }
}

extension PublicationDate.Precision {
  package var word: StaticString {
    switch self {
    case .second: "second"
    case .day: "day"
    case .month: "month"
    case .year: "year"
    case .range: "range"
    }
  }
}

extension PublicationDate.Basis {
  package var word: StaticString {
    switch self {
    case .metadata: "metadata"
    case .dateline: "dateline"
    case .text: "text"
    case .related: "related"
    }
  }
}

extension NameLookup.Via {
  package var word: StaticString {
    switch self {
    case .id: "id"
    case .name: "name"
    case .alias: "alias"
    case .variant: "variant"
    case .surname: "surname"
    case .abbreviation: "abbreviation"
    case .demonym: "demonym"
    case .metonym: "metonym"
    }
  }
}

extension Suggestion.Reason {
  package var words: StaticString {
    switch self {
    case .oneLetter: "one letter"
    case .twoLetters: "two letters"
    case .transliteration: "transliteration"
    case .prefix: "prefix"
    }
  }
}

extension Field {
  package var word: StaticString {
    switch self {
    case .politics: "politics"
    case .sport: "sport"
    case .arts: "arts"
    case .business: "business"
    case .science: "science"
    case .law: "law"
    case .military: "military"
    case .religion: "religion"
    }
  }
}

extension ResolutionRule {
  package var word: StaticString {
    switch self {
    case .known: "known"
    case .sameName: "same_name"
    case .variant: "variant"
    case .surname: "surname"
    case .abbreviation: "abbreviation"
    case .legalForm: "legal_form"
    case .middleName: "middle_name"
    case .namesake: "namesake"
    case .decided: "names_file"
    }
  }
}

extension Modality {
  package var word: StaticString {
    switch self {
    case .asserted: "asserted"
    case .planned: "planned"
    case .alleged: "alleged"
    case .denied: "denied"
    case .reported: "reported"
    }
  }

  /// What it means, for `/schema`.
  var meaning: StaticString {
    switch self {
    case .asserted: "The text states it as a fact."
    case .planned: "It is to happen: will, would, is to, is expected to."
    case .alleged: "It is alleged: reportedly, is accused of, is suspected of."
    case .denied: "It is negated, or someone denies it."
    case .reported: "Someone says so: attributed_to tells who, where the text does."
    }
  }
}

extension Tense {
  /// `nil` for a noun or a participle, which has none.
  var word: StaticString? {
    switch self {
    case .none: nil
    case .past: "past"
    case .present: "present"
    case .future: "future"
    }
  }
}

extension Qualifier.Kind {
  var word: StaticString {
    switch self {
    case .title: "title"
    case .amount: "amount"
    case .goods: "goods"
    case .former: "former"
    }
  }
}

extension TimeExpression.Kind {
  package var word: StaticString {
    switch self {
    case .date: "date"
    case .period: "period"
    case .duration: "duration"
    case .anniversary: "anniversary"
    }
  }
}

extension TimeExpression.Basis {
  package var word: StaticString {
    switch self {
    case .explicit: "explicit"
    case .publication: "publication"
    case .text: "text"
    case .related: "related"
    }
  }
}

extension DateRange.Precision {
  var word: StaticString {
    switch self {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    case .range: "range"
    }
  }
}

extension EventStatus {
  package var word: StaticString {
    switch self {
    case .occurred: "occurred"
    case .reported: "reported"
    case .alleged: "alleged"
    case .planned: "planned"
    case .denied: "denied"
    }
  }

  /// What it means, for `/schema`.
  var meaning: StaticString {
    switch self {
    case .occurred: "A report states it as a fact."
    case .reported: "Reports only say that someone says so."
    case .alleged: "Reports only allege it."
    case .planned: "It is to happen."
    case .denied: "Reports speak of it only to deny it."
    }
  }
}

extension ParticipantRole {
  package var word: StaticString {
    switch self {
    case .subject: "subject"
    case .object: "object"
    case .participant: "participant"
    }
  }
}

extension Quotation.Form {
  package var word: StaticString {
    switch self {
    case .direct: "direct"
    case .partial: "partial"
    case .scare: "scare"
    case .indirect: "indirect"
    }
  }
}

extension EdgeClass {
  package var word: StaticString {
    switch self {
    case .relation: "relation"
    case .cooccurrence: "cooccurrence"
    }
  }
}
