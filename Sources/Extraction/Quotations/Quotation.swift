/// Words given as someone's own.
package struct Quotation: Sendable, Equatable {
  package enum Form: UInt8, Sendable, CaseIterable {
    /// A whole clause within quotation marks.
    case direct
    /// A part of a sentence within quotation marks.
    case partial
    /// A word or a few that the writer holds at arm's length.
    case scare
    /// No quotation marks: "said that …".
    case indirect

    /// Those in quotation marks.
    package static let marked: Set<Form> = [.direct, .partial, .scare]
  }

  package var form: Form
  /// What is quoted, without the marks.
  package var range: TextRange
  /// Index into `Analysis.sentences` of the sentence it begins in.
  package var sentence: Int32
  package var speaker: Argument?
  /// "said", "told".
  package var cue: TextRange?
  /// Who reports it: "as reported by the agency".
  package var via: Argument?
  /// What the cue makes of it: "said", "claimed", "denied", "promised".
  package var modality: Modality
  /// Calibrated probability in hundredths, 0...100.
  package var confidence: UInt8

  package init(
    form: Form, range: TextRange, sentence: Int32, speaker: Argument? = nil,
    cue: TextRange? = nil, via: Argument? = nil, modality: Modality = .reported, confidence: UInt8
  ) {
    self.form = form
    self.range = range
    self.sentence = sentence
    self.speaker = speaker
    self.cue = cue
    self.via = via
    self.modality = modality
    self.confidence = confidence
  }

  /// How far words stand behind what they introduce; a question or a demand only hands it over.
  static func modality(cue: WordKey) -> Modality {
    switch CommitmentLexicon.english[verb: cue] {
    case .alleges: .alleged
    case .denies: .denied
    case .plans, .commits, .threatens: .planned
    default: .reported
    }
  }
}
