import { fitted, LONGEST_SIDE, withinLimits } from './media-limits';

it('makes a large photo fit in its own proportion and leaves a small one alone', () => {
  expect(fitted(8000, 6000)).toEqual({ width: LONGEST_SIDE, height: 1920 });
  expect(fitted(3000, 6000)).toEqual({ width: 1280, height: LONGEST_SIDE });
  expect(fitted(1200, 900)).toEqual({ width: 1200, height: 900 });
  expect(fitted(0, 0)).toEqual({ width: 1, height: 1 });
});

it('says what to do with what is too large or too long', () => {
  const MB = 1024 * 1024;
  const video = { kind: 'video', bytes: 30 * MB, durationMs: 60_400 } as const;
  expect(withinLimits(video)).toBe(video);
  expect(() => withinLimits({ ...video, bytes: 30 * MB + 1 })).toThrow('视频太大（上限 30 MB），请拍短一点再传');
  expect(() => withinLimits({ ...video, durationMs: 62_000 })).toThrow('视频最长 60 秒，请剪短或重新拍一段');
  expect(() => withinLimits({ kind: 'image', bytes: 10 * MB + 1, durationMs: null })).toThrow(
    '图片太大（上限 10 MB），请换一张或截图后再传',
  );
});
