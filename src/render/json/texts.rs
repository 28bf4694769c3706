//! What stands in some JSON, as its readers find it.

/// Every text in some JSON, or in the lines of NDJSON, but for keys.
pub fn texts(bytes: &[u8]) -> Vec<String> {
    let mut texts = Vec::new();
    let values = serde_json::Deserializer::from_slice(bytes).into_iter::<serde_json::Value>();
    values.flatten().for_each(|value| gather(value, &mut texts));
    texts
}

fn gather(value: serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => texts.push(text),
        serde_json::Value::Array(items) => items.into_iter().for_each(|item| gather(item, texts)),
        serde_json::Value::Object(pairs) => {
            pairs.into_iter().for_each(|(_, value)| gather(value, texts));
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}
