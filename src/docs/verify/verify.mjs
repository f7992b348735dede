// Checks an export of the record in JSON Lines without Accord.
//
//   node verify.mjs record.jsonl [--key "name+id+base64"] [--checkpoint FILE]...
//
// Exit code 0: every entry is what was sealed. 1: not so; the first bad entry is named. 2: the file cannot be read.
// It needs Node 18 and nothing else. What it does, in this order:
//   1. the checkpoint (a C2SP signed note: origin, size, root) is signed by a key of the log;
//   2. each entry: leaf = {"commitment":SHA-256(salt + body),"entry":n,"v":1}, its hash SHA-256(0x00 + leaf);
//   3. a whole export: the hashes, in order, make the RFC 6962 tree of the checkpoint;
//      a part of the record: the path of each entry leads from its hash to the root (RFC 9162, 2.1.3.2);
//   4. each word that people wrote is the one that the body has the commitment to, or has been erased;
//   5. checkpoints that you kept, or that a witness gave you, do not contradict this one.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};
const leafHash = (leaf) => sha256(Buffer.from([0]), leaf);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);
const hex = (text) => Buffer.from(text, 'hex');

// ---- 1. signed notes -------------------------------------------------------------------------------------------------

function parseCheckpoint(note) {
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split('\n');
  if (end < 0 || !/^(0|[1-9][0-9]*)$/.test(size ?? '')) throw new Error('not a checkpoint');
  const signatures = note.slice(end + 2).split('\n').filter(Boolean).map((line) => {
    const [, name, base64] = line.split(' ');
    const bytes = Buffer.from(base64 ?? '', 'base64');
    return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
  });
  return { text, origin, size: Number(size), root: Buffer.from(root, 'base64'), signatures };
}

function isSigned(checkpoint, keys) {
  return keys.some((key) => {
    const [written, last] = key.trim().split(' '); // a key that was exchanged counts up to its last size
    const [name, , ...base64] = written.split('+');
    const typed = Buffer.from(base64.join('+'), 'base64'); // 0x01 for Ed25519, then the 32 bytes of the key
    if (typed.length !== 33 || typed[0] !== 1 || name !== checkpoint.origin || checkpoint.size > (last ?? Infinity)) return false;
    const id = sha256(Buffer.from(name + '\n'), typed).subarray(0, 4);
    const publicKey = createPublicKey({
      key: Buffer.concat([hex('302a300506032b6570032100'), typed.subarray(1)]), format: 'der', type: 'spki',
    });
    return checkpoint.signatures.some((line) => line.name === name && line.id.equals(id)
        && verify(null, Buffer.from(checkpoint.text), publicKey, line.signature));
  });
}

// ---- 2. and 3. leaves, tree, paths -----------------------------------------------------------------------------------

function entryHash(line) {
  const commitment = sha256(hex(line.salt), Buffer.from(line.body)).toString('hex');
  return leafHash(Buffer.from(`{"commitment":"${commitment}","entry":${line.entry},"v":1}`));
}

class Tree { // keeps one hash for each bit of the number of leaves
  peaks = [];
  size = 0;

  add(hash) {
    for (let rest = this.size; rest % 2 === 1; rest = Math.floor(rest / 2)) hash = nodeHash(this.peaks.pop(), hash);
    this.peaks.push(hash);
    this.size += 1;
  }

  root() {
    return this.peaks.length === 0 ? sha256() : this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

function leadsTo(root, hash, leaf, size, path) {
  if (!(leaf >= 0 && leaf < size)) return false;
  let [first, second] = [leaf, size - 1];
  for (const beside of path) {
    if (second === 0) return false;
    if (first % 2 === 1 || first === second) {
      hash = nodeHash(beside, hash);
      while (first % 2 === 0 && first !== 0) [first, second] = [first / 2, Math.floor(second / 2)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [first, second] = [Math.floor(first / 2), Math.floor(second / 2)];
  }
  return second === 0 && hash.equals(root);
}

// ---- 4. words --------------------------------------------------------------------------------------------------------

function canonical(value) { // RFC 8785 for what the record holds: texts, plain numbers, lists, objects
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function wrongWord(line) {
  const details = JSON.parse(line.body).details ?? {};
  const surplus = Object.keys(line.words ?? {}).find((key) => typeof details[key]?.commitment !== 'string');
  if (surplus !== undefined) return surplus;
  for (const [key, detail] of Object.entries(details)) {
    const commitment = detail?.commitment;
    const word = line.words?.[key];
    const erased = word !== undefined && word.salt === '' && word.value === null;
    if (typeof commitment !== 'string' || erased) continue;
    const found = word && sha256(hex(word.salt), Buffer.from(canonical({ [key]: word.value }))).toString('hex');
    if (found !== commitment) return key;
  }
  return null;
}

// ---- all together ----------------------------------------------------------------------------------------------------

async function check(file, trustedKeys, kept) {
  const faults = [];
  const others = kept.map((name) => parseCheckpoint(readFileSync(name, 'utf8')));
  const tree = new Tree();
  let newest = -1;
  let header = null;
  let checkpoint = null;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const line = JSON.parse(text);
    if (header === null) {
      header = line;
      if (header.format !== 'accord-record-export/1') throw new Error('not an export of a record');
      checkpoint = parseCheckpoint(header.checkpoint);
      if (!isSigned(checkpoint, trustedKeys.length ? trustedKeys : header.keys)) faults.push('CHECKPOINT_NOT_SIGNED');
      continue;
    }
    const hash = entryHash(line);
    if (header.whole) {
      if (line.leaf !== tree.size) faults.push(`ENTRY_REMOVED at entry ${line.entry}: leaf ${tree.size} is missing`);
      if (hash.toString('hex') !== line.hash) faults.push(`ENTRY_CHANGED at entry ${line.entry}`);
      tree.add(hash);
      if (others.some((other) => other.size === tree.size && !other.root.equals(tree.root()))) {
        faults.push(`RECORD_REWRITTEN at entry ${line.entry}: a checkpoint that was kept has another tree`);
      }
    } else if (line.leaf <= newest) {
      faults.push(`ENTRIES_REORDERED at entry ${line.entry}: it stands behind a later one`);
    } else if (!leadsTo(checkpoint.root, hash, line.leaf, checkpoint.size, line.path.map(hex))) {
      faults.push(`ENTRY_CHANGED at entry ${line.entry}: its proof does not lead to the checkpoint`);
    }
    newest = Math.max(newest, line.leaf);
    const word = wrongWord(line);
    if (word !== null) faults.push(`WORDS_CHANGED at entry ${line.entry}: ${word}`);
  }
  if (header === null) throw new Error('an empty file');
  if (header.whole && tree.size !== checkpoint.size) faults.push(`ENTRY_REMOVED: ${tree.size} of ${checkpoint.size} leaves`);
  else if (header.whole && !tree.root().equals(checkpoint.root)) faults.push('ENTRY_CHANGED: not the tree of the checkpoint');
  for (const other of others) {
    if (other.size > checkpoint.size) faults.push(`RECORD_CUT: a checkpoint that was kept knows ${other.size} leaves`);
    if (other.size === checkpoint.size && !other.root.equals(checkpoint.root)) faults.push('RECORD_REWRITTEN');
  }
  return { checkpoint, header, faults };
}

const options = process.argv.slice(2);
const named = (name) => options.flatMap((option, at) => (options[at - 1] === name ? [option] : []));
try {
  const { checkpoint, header, faults } = await check(options[0], named('--key'), named('--checkpoint'));
  console.log(`${checkpoint.origin}, ${checkpoint.size} leaves, root ${checkpoint.root.toString('hex')}`);
  if (named('--key').length === 0) console.log(`key taken from the export itself; compare it: ${header.keys[0]}`);
  if (!header.whole) console.log('a part of the record: nothing is said of entries that are not in it');
  console.log(faults.length === 0 ? 'SOUND' : `NOT SOUND. First bad: ${faults[0]}`);
  faults.slice(1).forEach((fault) => console.log(`  also ${fault}`));
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.log(`cannot be read: ${error.message}`);
  process.exitCode = 2;
}
