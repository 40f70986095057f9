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
    }
  }
}
