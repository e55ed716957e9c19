import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { sourceFiles } from './source-files.mjs';

const TEXT_LIMIT_BYTES = 1_000_000;
const SKIPPED = /(^|\/)package-lock\.json$|\.(png|jpe?g|gif|webp|ico|woff2?|ttf|mp4|xlsx|pdf)$/;

const SHAPES = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ['an access key of a cloud', /\b(?:AKIA|ASIA|LTAI|AKID)[A-Za-z0-9]{12,}\b/],
  ['a token of a code host', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{30,})\b/],
  ['a token of a chat or model service', /\b(?:xox[abprs]-[\w-]{10,}|sk-[A-Za-z0-9_-]{24,})\b/],
  ['a signed token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@'"`]+:(?!password@|pw@|pass@|\$\{)[^\s:/@'"`]{6,}@/],
  ['a WeChat app secret', /(?:app_?secret|APPSECRET)['"]?\s*[:=]\s*['"]?[0-9a-f]{32}\b/i],
];
const ASSIGNED = /(?:secret|passw(?:or)?d|api_?key|token|private_?key)['"]?\s*[:=]\s*['"]([A-Za-z0-9+/=_-]{20,})['"]/gi;

/** A line that looks like a secret and is none, with the reason. */
const EXCEPTIONS = [];

/** Bits for each character; words of a language stay below 3.6, random text of this length is above. */
function entropyBits(text) {
  const counts = new Map();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}

const looksRandom = (value) => /\d/.test(value) && /[A-Za-z]/.test(value) && entropyBits(value) > 3.6;

function complaints(line) {
  const found = SHAPES.filter(([, pattern]) => pattern.test(line)).map(([name]) => name);
  for (const [, value] of line.matchAll(ASSIGNED)) if (looksRandom(value)) found.push('a random value given to a secret name');
  return found;
}

/** Simple shapes over every tracked file; the value itself is never printed. */
export function checkSecrets({ root, files } = sourceFiles()) {
  return files
    .filter((file) => !SKIPPED.test(file) && statSync(path.join(root, file)).size <= TEXT_LIMIT_BYTES)
    .flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          EXCEPTIONS.some((exception) => file === exception.file && line.includes(exception.text))
            ? []
            : complaints(line).map((what) => `${file}:${index + 1}: looks like ${what}`),
        ),
    );
}
