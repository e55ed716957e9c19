import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function ConsentsPage() {
  const consents = useResource('my-consents', server.consents.mine);
  return (
    <PageFrame
      of={consents}
      width="form"
      empty={{ when: ({ items }) => items.length === 0, title: '还没有授权', text: '提交联系方式时您同意的用途会列在这里，可以随时撤回' }}
    >
      {({ items }) => (
        <CellGroup>
          {items.map((consent) => (
            <Cell key={`${consent.purpose}:${consent.givenAt}`} title={consent.title} end={consent.withdrawnAt ? '已撤回' : '已同意'} />
          ))}
        </CellGroup>
      )}
    </PageFrame>
  );
}
