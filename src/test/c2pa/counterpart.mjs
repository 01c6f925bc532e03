// Lets c2pa-rs (the npm package @contentauth/c2pa-wasm) read the files of a folder and compares it with
// what `packaging/run inspect --json` said of them: is a manifest there, do signature, hashes and binding
// hold, which failure codes. Trust in the signer is left out: it hangs on lists and clocks.
//
//   node counterpart.mjs PACKAGE OURS.jsonl DIFFERENCES.txt
//
// Differences that are known stand one a line in DIFFERENCES.txt (file name, colon, reason). Exit 1 where
// one is new.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [where, lines, told] = process.argv.slice(2);
const library = await import(pathToFileURL(path.resolve(where, 'pkg/c2pa.js')));
library.initSync({ module: fs.readFileSync(path.join(where, 'pkg/c2pa_bg.wasm')) });
const types = {
  png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif', tiff: 'image/tiff',
  mp4: 'video/mp4', heic: 'image/heic', avif: 'image/avif',
};
const ofTrust = code => /^(signingCredential|timeStamp|cawg)\./.test(code);
const reasons = new Map(fs.readFileSync(told, 'utf8').split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));

async function theirs(file) {
  const type = types[file.split('.').pop()];
  try {
    const reader = await library.WasmReader.fromBytes(type, new Uint8Array(fs.readFileSync(file)));
    let store = reader.json ? reader.json() : reader.manifestStore();
    if (typeof store === 'string') store = JSON.parse(store);
    const failures = (store.validation_results?.activeManifest?.failure ?? []).map(f => f.code);
    const codes = [...new Set(failures.filter(code => !ofTrust(code)))].sort();
    return { present: true, intact: codes.length === 0, codes };
  } catch (error) {
    const words = String(error);
    const absent = /JumbfNotFound|RemoteManifest/.test(words);
    return { present: !absent, intact: false, codes: absent ? [] : [words.slice(0, 60)] };
  }
}

let equal = 0, known = 0, fresh = 0;
for (const line of fs.readFileSync(lines, 'utf8').split('\n').filter(Boolean)) {
  const said = JSON.parse(line);
  const name = path.basename(said.file);
  const ours = {
    present: said.c2pa.present,
    intact: said.c2pa.present && said.c2pa.intact,
    codes: said.c2pa.failures.filter(code => !ofTrust(code)).sort(),
  };
  const their = await theirs(said.file);
  // Where a file cannot be read at all, each side has its own words for it.
  const unread = !ours.intact && their.codes.some(code => code.includes('('));
  const same = ours.present === their.present && ours.intact === their.intact
    && (unread || ours.codes.join() === their.codes.join());
  if (same) { equal++; continue; }
  const reason = reasons.get(name);
  if (reason) known++; else fresh++;
  console.log(JSON.stringify({ file: name, ours, theirs: their, reason: reason ?? 'NOT TOLD' }));
}
console.log(`${equal} equal, ${known} differ for a reason that is told, ${fresh} differ without one`);
process.exit(fresh === 0 ? 0 : 1);
