import Foundation

/// Where two JSON values differ, by path. A missing name and null are two things.
func differences(_ found: Any, _ expected: Any, at path: String = "") -> [String] {
    switch (found, expected) {
    case (let found as [String: Any], let expected as [String: Any]):
        return Set(found.keys).union(expected.keys).sorted().flatMap { name -> [String] in
            let place = "\(path).\(name)"
            guard let inside = found[name] else { return ["\(place) is missing"] }
            guard let wanted = expected[name] else { return ["\(place) is not expected"] }
            return differences(inside, wanted, at: place)
        }
    case (let found as [Any], let expected as [Any]):
        guard found.count == expected.count else {
            return ["\(path) has \(found.count) items, expected \(expected.count)"]
        }
        return zip(found, expected).enumerated().flatMap { place, pair in
            differences(pair.0, pair.1, at: "\(path)[\(place)]")
        }
    // Numbers and booleans are both NSNumber: their types must be the same too.
    case (let found as NSNumber, let expected as NSNumber):
        let same = found == expected && String(cString: found.objCType) == String(cString: expected.objCType)
        return same ? [] : ["\(path) is \(found), expected \(expected)"]
    case (let found as String, let expected as String):
        return found == expected ? [] : ["\(path) is \(found), expected \(expected)"]
    case (is NSNull, is NSNull):
        return []
    default:
        return ["\(path) is \(found), expected \(expected)"]
    }
}
