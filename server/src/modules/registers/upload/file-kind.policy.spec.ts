import { kindOf, whyRefused } from './file-kind.policy';

const head = (text: string) => Buffer.from(text.padEnd(32, '\u0000'), 'latin1');
const brand = (name: string) => head(`\u0000\u0000\u0000\u0020ftyp${name}`);

describe('what a file is', () => {
  it.each([
    ['\u00ff\u00d8\u00ff\u00e0', 'image', 'image/jpeg'],
    ['\u0089PNG\r\n\u001a\n', 'image', 'image/png'],
    ['RIFF\u0000\u0000\u0000\u0000WEBPVP8 ', 'image', 'image/webp'],
    ['\u0000\u0000\u0000\u0020ftypisom', 'video', 'video/mp4'],
    ['\u0000\u0000\u0000\u0020ftypmp42', 'video', 'video/mp4'],
    ['\u0000\u0000\u0000\u0014ftypqt  ', 'video', 'video/quicktime'],
    ['\u0000\u0000\u0000\u0018ftyp3gp5', 'video', 'video/3gpp'],
  ])('is told by its first bytes: %j', (bytes, kind, mime) => {
    expect(kindOf(head(bytes))).toMatchObject({ kind, mime });
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg">'],
    ['<!doctype html><script>'],
    ['%PDF-1.7'],
    ['GIF89a'],
    ['BM'],
    ['II*\u0000'],
    ['PK\u0003\u0004'],
    ['MZ'],
    ['RIFF\u0000\u0000\u0000\u0000WAVE'],
    ['\u0000\u0000\u0000\u0020ftypheic'],
    ['\u0000\u0000\u0000\u0020ftypavif'],
    ['\u0000\u0000\u0000\u0020ftypM4A '],
    [''],
  ])('is nothing that we take: %j', (bytes) => {
    expect(kindOf(head(bytes))).toBeNull();
  });

  it('is refused with what to do where phones and habits choose other formats', () => {
    for (const name of ['heic', 'heix', 'mif1', 'hevc']) expect(whyRefused(brand(name))).toMatch(/HEIC.*JPG/);
    expect(whyRefused(head('GIF89a'))).toMatch(/GIF/);
    expect(whyRefused(head('%PDF-1.7'))).toBeUndefined();
  });
});
