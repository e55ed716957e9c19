import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { matrixOf } from './_lib/matrix';
import './qr-code.scss';

interface Props {
  /** At most 106 bytes. */
  text: string;
  /** Said by screen readers, which cannot see it. */
  label: string;
}

/** Modules of white that a camera needs around a code. */
const QUIET = 4;

function drawn(text: string): string {
  const rows = matrixOf(text);
  const side = rows.length + 2 * QUIET;
  const path = rows.flatMap((row, r) => row.flatMap((dark, c) => (dark ? `M${c + QUIET} ${r + QUIET}h1v1h-1z` : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
}

/** A code to be scanned, as large as its place. */
export function QrCode({ text, label }: Props) {
  const picture = useMemo(() => `url("data:image/svg+xml,${encodeURIComponent(drawn(text))}")`, [text]);
  return <View className="qr-code" style={{ backgroundImage: picture }} {...({ role: 'img', ariaLabel: label } as object)} />;
}
