//! Says of an APK whether it is what its signer signed: `verify FILE [SDK LEVEL] [THREADS]`.

use std::{env, error::Error, fs::File};

use diagnose_integrity::{Verdict, Work, verify_apk};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let file = File::open(arguments.next().ok_or("a file is missing")?)?;
    let sdk = arguments.next().map_or(Ok(34), |sdk| sdk.parse())?;
    let threads = arguments
        .next()
        .map_or("1".parse(), |threads| threads.parse())?;
    let work = Work {
        threads,
        ..Work::default()
    };
    match verify_apk(&file, sdk, &work)? {
        Verdict::Intact { scheme, signers } => {
            println!("intact by {scheme}");
            for certificate in signers.iter().flat_map(|signer| &signer.lineage) {
                println!("{}", certificate.digest);
            }
        }
        Verdict::Damaged { problem } => println!("damaged: {problem}"),
        Verdict::NotChecked { reason } => println!("not checked: {reason}"),
        Verdict::Unreadable { message, .. } => println!("unreadable: {message}"),
    }
    Ok(())
}
