import { ScrollView, View } from '@tarojs/components';
import './data-table.scss';

interface Props {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** Figures under their heads: the first column names the row, the others are read down. Scrolls sideways where there is no room. */
export function DataTable({ head, rows }: Props) {
  return (
    <ScrollView scrollX className="data-table">
      <View className="data-table__inner" {...({ role: 'table' } as object)}>
        {[head, ...rows].map((cells, row) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
            key={row}
            className={`data-table__row ${row === 0 ? 'data-table__row--head' : ''}`}
            {...({ role: 'row' } as object)}
          >
            {cells.map((cell, column) => (
              <View
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={column}
                className={`data-table__cell ${column === 0 ? 'data-table__cell--name' : ''}`}
                {...({ role: row === 0 ? 'columnheader' : column === 0 ? 'rowheader' : 'cell' } as object)}
              >
                {cell}
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
