import type { Config } from './config/config';

/** What a newcomer sees when the server is up. */
export function welcome(config: Config): string {
  if (config.production) return `Guihu is listening on ${config.host}:${config.port}.\n`;
  const at = config.publicUrl;
  return `
  Guihu 归户 is running.

  Open
    ${at}/wechat      the cast with their phones: prospect, owner, agents, engineer, supervisors, manager …
    ${at}/            the mini-program as 许文, a prospect
    ${at}/api/docs    the API

  Try first
    1. On ${at}/wechat open the mini-program as 许文 and tap 留下联系方式.
    2. Within a second one of the six agents has a message; tap it, accept the lead, record the follow-up.
    3. Move the clock by three days on the same page and see the reminders arrive.

  Data lives in ${config.database.kind === 'sqlite' ? config.database.file : 'the database of DATABASE_URL'}; stop with Ctrl-C.
`;
}
