import fc from 'fast-check';
import { channelOf, decodedOnce } from './scanned-channel';

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
