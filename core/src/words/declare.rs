//! `keys!` and `kinds!`: each entry declares a Rust type and, from the same lines, what the compiler
//! of the words needs to know of it.

/// Declares a closed set of keys as an enumeration.
macro_rules! keys {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$key_doc:meta])* $key:ident = $text:literal,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $name {
            $($(#[$key_doc])* $key,)+
        }

        impl super::kind::Holds for $name {
            const TYPE: super::kind::Type = super::kind::Type::Keys(&[$($text),+]);

            fn value(&self) -> Option<super::kind::Value<'_>> {
                Some(super::kind::Value::Key(*self as u8))
            }
        }
    };
}

/// Declares the argument struct of each kind, and `KINDS`, the table of all kinds.
macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $name:literal in $places:expr => $arguments:ident $(<$life:lifetime>)? {
            $($(#[$field_doc:meta])* $field:ident: $type:ty,)+
        }
    )+) => {
        /// All kinds.
        pub static KINDS: &[&super::kind::Kind] = &[
            $(<$arguments as super::kind::Arguments>::KIND,)+
        ];

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $arguments $(<$life>)? {
                $($(#[$field_doc])* pub $field: $type,)+
            }

            impl $(<$life>)? super::kind::Arguments for $arguments $(<$life>)? {
                const KIND: &'static super::kind::Kind = &super::kind::Kind {
                    name: $name,
                    places: &$places,
                    arguments: &[$(super::kind::Argument {
                        name: stringify!($field),
                        holds: <$type as super::kind::Holds>::TYPE,
                    },)+],
                };

                fn value(&self, number: u8) -> Option<super::kind::Value<'_>> {
                    let Self { $($field),+ } = self;
                    let values = [$(super::kind::Holds::value($field)),+];
                    values.get(usize::from(number)).copied().flatten()
                }
            }
        )+
    };
}
