import { sceneOf } from '@guihu/shared';
import fc from 'fast-check';
import { channelOf, decodedOnce, liveCodeOf } from './scanned-channel';

it('reads the channel out of a link, a plain scene, or a scene of pairs', () => {
  expect(channelOf({ channel: 'online.douyin' })).toBe('online.douyin');
  expect(channelOf({ scene: 'campaign.expo' })).toBe('campaign.expo');
  expect(channelOf({ scene: 'p=YX&c=campaign.expo' })).toBe('campaign.expo');
  expect(channelOf({ channel: 'online.portal', scene: 'c=campaign.expo' })).toBe('online.portal');
});

it('finds no channel where there is none', () => {
  expect(channelOf({})).toBeUndefined();
  expect(channelOf({ scene: 'p=YX' })).toBeUndefined();
  expect(channelOf({ scene: 'c=' })).toBeUndefined();
});

it('undoes exactly one encoding, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodedOnce(encodeURIComponent(text))).toBe(text);
    }),
  );
  expect(decodedOnce(encodeURIComponent(encodeURIComponent('c=a')))).toBe('c%3Da');
});

it('leaves a broken encoding as it came instead of failing the page', () => {
  expect(decodedOnce('100%')).toBe('100%');
});

const CODE = '7K3MZQ8W2P';

it('reads the live code out of what WeChat hands over, decoded once, and out of a link of our own', () => {
  expect(liveCodeOf({ scene: decodedOnce(encodeURIComponent(sceneOf(CODE))) })).toBe(CODE);
  expect(liveCodeOf({ scene: `c=campaign.expo&k=${CODE}` })).toBe(CODE);
  expect(liveCodeOf({ k: CODE.toLowerCase() })).toBe(CODE);
  expect(channelOf({ scene: sceneOf(CODE) })).toBeUndefined();
});

it('finds no live code in one that was cut, edited, encoded twice, or is of another kind', () => {
  const scenes = [
    'k=7K3MZQ8',
    'k=',
    'k',
    `k=${CODE}X`,
    'k=7K3MZQ8W2O',
    `kk=${CODE}`,
    encodeURIComponent(sceneOf(CODE)),
    'k=%E9%99%88',
    'campaign.expo',
  ];
  for (const scene of scenes) expect(liveCodeOf({ scene })).toBeUndefined();
});

it('never fails and never makes up a code, whatever is scanned', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const scene of [text, `k=${text}`, `&&==${text}`, decodedOnce(text)]) {
        const code = liveCodeOf({ scene });
        expect(code === undefined || /^[0-9A-Z]{10}$/.test(code)).toBe(true);
        channelOf({ scene });
      }
    }),
  );
});
