//! The mirrors say what the core says: only their comments cross to Kotlin and Swift.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use syn::{Attribute, Expr, Fields, Item, Lit, Meta};

/// A type's comments by place: "" for the type, `field`, `Variant`, `Variant.field`.
type Docs = BTreeMap<String, String>;

/// Types that are not the core's of the same name: what a phone needs of them, or their values named.
const OWN: [&str; 3] = ["Code", "ExtraValue", "DiagnoseError"];

fn doc(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(literal) = &pair.value
            && let Lit::Str(text) = &literal.lit
        {
            lines.push(text.value());
        }
    }
    lines.join("\n")
}

fn add_fields(docs: &mut Docs, before: &str, fields: &Fields) {
    for field in fields {
        if let Some(name) = &field.ident {
            docs.insert(format!("{before}{name}"), doc(&field.attrs));
        }
    }
}

fn of_item(item: &Item) -> Option<(String, Docs)> {
    let mut docs = Docs::new();
    let name = match item {
        Item::Struct(item) => {
            docs.insert(String::new(), doc(&item.attrs));
            add_fields(&mut docs, "", &item.fields);
            &item.ident
        }
        Item::Enum(item) => {
            docs.insert(String::new(), doc(&item.attrs));
            for variant in &item.variants {
                docs.insert(variant.ident.to_string(), doc(&variant.attrs));
                add_fields(&mut docs, &format!("{}.", variant.ident), &variant.fields);
            }
            &item.ident
        }
        Item::Macro(item)
            if item.mac.path.is_ident("record") || item.mac.path.is_ident("choice") =>
        {
            return of_item(&syn::parse2(item.mac.tokens.clone()).unwrap());
        }
        _ => return None,
    };
    Some((name.to_string(), docs))
}

/// Every type of a folder's sources. A name can stand for several.
fn types(folder: &Path, found: &mut BTreeMap<String, Vec<Docs>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            types(&path, found);
        } else {
            let source = fs::read_to_string(&path).unwrap();
            for (name, docs) in syn::parse_file(&source)
                .unwrap()
                .items
                .iter()
                .filter_map(of_item)
            {
                found.entry(name).or_default().push(docs);
            }
        }
    }
}

#[test]
fn the_mirrors_comments_are_the_cores() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut core, mut mirrors) = (BTreeMap::new(), BTreeMap::new());
    types(&root.join("../core/src"), &mut core);
    types(&root.join("src"), &mut mirrors);
    let mut compared = BTreeSet::new();
    for (name, mirror) in &mirrors {
        let [mirror] = mirror.as_slice() else {
            panic!("{name} twice");
        };
        let Some(originals) = core.get(name).filter(|_| !OWN.contains(&name.as_str())) else {
            continue;
        };
        for (place, text) in mirror {
            assert!(!text.is_empty(), "{name}.{place} has no comment");
        }
        compared.insert(name);
        // The reader on a phone and a complaint to choose lack or change a field.
        let same = |original: &Docs| {
            mirror.iter().all(|(place, text)| {
                matches!(
                    (name.as_str(), place.as_str()),
                    ("Reader", "") | ("ComplaintChoice", "complaint")
                ) || original.get(place) == Some(text)
            })
        };
        assert!(originals.iter().any(same), "{name}: {mirror:#?}");
    }
    assert!(compared.len() > 60, "{}: {compared:?}", compared.len());
}
