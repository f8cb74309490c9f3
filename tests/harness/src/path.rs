//! Replaces a value in JSON by its path.

use serde_json::Value;

/// Puts a whole new value where a path such as `phone.android.notifications.channels.known[0].importance` leads.
/// None if the path leads nowhere.
#[must_use]
pub fn set(document: &Value, path: &str, value: &Value) -> Option<Value> {
    let mut changed = document.clone();
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    *changed.pointer_mut(&pointer)? = value.clone();
    Some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_path_leads_into_records_and_lists() {
        let document = json!({"a": {"b": [1, {"c": 2}]}});
        assert_eq!(
            set(&document, "a.b[1].c", &json!(3)),
            Some(json!({"a": {"b": [1, {"c": 3}]}}))
        );
        assert_eq!(set(&document, "a.x", &json!(3)), None);
        assert_eq!(set(&document, "a.b[2]", &json!(3)), None);
    }
}
