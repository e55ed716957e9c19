import { type PropsWithChildren, useEffect, useMemo } from 'react';
import { PageSettings } from '@/components/page-frame/page-settings';
import { installKeyboard } from '@/platform/keyboard';
import { usePageShow } from '@/platform/lifecycle';
import { useOnline, whenOnline } from '@/platform/network';
import { prepareSubscribe } from '@/platform/subscribe';
import { spareUndrawnFields } from '@/platform/undrawn-fields';
import { useViewport } from '@/platform/viewport';
import { goOnSending, server, session, useLargeType } from '@/session';
import './app.scss';

/** Signs in silently and fetches what a tap will later need at once. Nothing here may hold up the first page. */
async function open(): Promise<void> {
  installKeyboard();
  spareUndrawnFields();
  const templates = server.account.subscribeTemplates().then(
    ({ items }) => prepareSubscribe(items),
    // Without them a tap asks for nothing and does what it is for.
    () => undefined,
  );
  await session.start();
  await Promise.allSettled([templates, session.state().status === 'signed-in' ? session.refresh() : null]);
}

export default function App({ children }: PropsWithChildren) {
  const largeType = useLargeType();
  const online = useOnline();
  const { wide } = useViewport();
  const settings = useMemo(() => ({ largeType, online, wide }), [largeType, online, wide]);
  useEffect(() => {
    void open();
    whenOnline(goOnSending);
  }, []);
  // What waited on the phone goes as soon as the app is looked at again.
  usePageShow(goOnSending);
  return <PageSettings.Provider value={settings}>{children}</PageSettings.Provider>;
}
