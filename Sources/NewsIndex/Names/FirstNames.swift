/// First names that are one name in several languages or in several spellings of one that letters
/// alone do not show.
enum FirstNames {
  /// One name for all of its class; itself where it has none.
  static func representative(of name: [UInt8]) -> [UInt8] {
    classes[String(decoding: name, as: UTF8.self)] ?? name
  }

  private static let classes: [String: [UInt8]] = {
    var classes: [String: [UInt8]] = [:]
    for names in table {
      let names = names.split(separator: " ")
      for name in names { classes[String(name)] = names.first.map { Array($0.utf8) } }
    }
    return classes
  }()

  private static let table = [
    "vladimir volodymyr uladzimir wladimir", "alexander aleksandr oleksandr alyaksandr aleksander",
    "alexei aleksei aleksey alexey oleksiy oleksii aliaksei", "andrei andrey andriy andrii andrej",
    "dmitry dmitri dmitriy dmytro dzmitry", "sergei sergey serhiy serhii siarhei",
    "nikolai nikolay mykola mikalai", "mikhail mykhailo mikhailo mikheil",
    "yulia julia yuliya iulia",
    "yuri yury yuriy iurii yurii", "igor ihor", "oleg oleh", "pavel pavlo pavol",
    "pyotr petro piotr",
    "yevgeny evgeny yevgeniy evgeniy evgeni yevhen", "viktor victor", "grigory hryhoriy grigori",
    "vasily vasyl vasili vasiliy", "konstantin kostyantyn", "yelena elena olena",
    "yekaterina ekaterina", "tatyana tatiana tetyana", "lyudmila ludmila liudmyla",
    "mohammed muhammad mohammad mohamed mohamad muhammed mohamet mehmed",
    "ahmed ahmad", "hussein husain hussain hossein husayn", "hassan hasan", "mahmoud mahmud",
    "mustafa mostafa moustafa", "yasser yasir", "nasser nasir naser", "omar umar", "osama usama",
    "othman osman uthman", "khaled khalid", "saeed said saied",
    "youssef yousef yusuf yousuf yussef",
    "ayman aiman", "muammar moammar moamer muamar", "bashar bachar", "ibrahim ebrahim",
    "ismail esmail ismael", "abdullah abdallah abdulla", "abdulrahman abdurrahman abdelrahman",
    "suleiman suleyman sulaiman", "nouri nuri noori", "masoud masud massoud",
    "walid waleed", "tariq tareq tarek", "jamal gamal", "mehdi mahdi", "reza riza",
    "benjamin binyamin", "isaac yitzhak itzhak", "joseph yosef", "moshe moses", "jacob yaakov",
    "steven stephen", "philip phillip", "alan allan allen",
    "marc mark", "eric erik", "carl karl", "catherine katherine kathryn", "sara sarah",
    "teresa theresa", "deborah debra", "lindsay lindsey", "sean shaun shawn",
    "joerg jorg", "juergen jurgen", "guenter gunter gunther guenther",
  ]
}
