import { clawedBack, faultsOfTransfer, offset, paid, unitOf } from './ledger.policy';

const CASH = { personId: 'chen', form: 'cash', amount: 300_000 } as const;

describe('a transfer', () => {
  it('is refused when it does not balance, has one line, moves nothing or half a fen, or says a person where there is none', () => {
    const line = { account: 'held', personId: 'chen', unit: 'fen', amount: 5 } as const;
    const back = { account: 'payable', personId: 'chen', unit: 'fen', amount: -5 } as const;
    expect(faultsOfTransfer([line, back])).toEqual([]);
    expect(faultsOfTransfer([line])).toEqual(['a transfer has two lines or more', 'fen are off by 5']);
    expect(faultsOfTransfer([line, { ...back, amount: -4 }])).toEqual(['fen are off by 1']);
    expect(faultsOfTransfer([line, { ...back, unit: 'points' }])).toEqual(['fen are off by 5', 'points are off by -5']);
    expect(
      faultsOfTransfer([
        { ...line, amount: 0.5 },
        { ...back, amount: -0.5 },
      ]),
    ).toHaveLength(2);
    expect(
      faultsOfTransfer([
        { ...line, amount: 0 },
        { ...back, amount: 0 },
      ]),
    ).toHaveLength(2);
    expect(faultsOfTransfer([{ ...line, account: 'reward-expense' }, back])).toEqual(['reward-expense has a person']);
    expect(faultsOfTransfer([line, { ...back, personId: null }])).toEqual(['payable lacks a person']);
  });

  it('keeps a debt from what is paid, and never more than is paid', () => {
    const amounts = (debt: number) => paid(CASH, debt).map(({ account, amount }) => [account, amount]);
    expect(amounts(0)).toEqual([
      ['payable', 300_000],
      ['cash-out', -300_000],
    ]);
    expect(amounts(100_000)).toEqual([
      ['payable', 300_000],
      ['cash-out', -200_000],
      ['receivable', -100_000],
    ]);
    expect(amounts(900_000)).toEqual([
      ['payable', 300_000],
      ['receivable', -300_000],
    ]);
  });

  it('takes back points as far as they are there, and money as a debt', () => {
    const points = { personId: 'chen', form: 'points', amount: 2_000 } as const;
    expect(clawedBack(points, 500).map(({ account, amount }) => [account, amount])).toEqual([
      ['points', 500],
      ['receivable', 1_500],
      ['points-issued', -2_000],
    ]);
    expect(clawedBack(CASH, 500).map(({ account, amount }) => [account, amount])).toEqual([
      ['receivable', 300_000],
      ['reward-expense', -300_000],
    ]);
    expect([unitOf('points'), unitOf('fee-waiver')]).toEqual(['points', 'fen']);
  });

  it('that sets points against a debt balances and leaves both smaller', () => {
    const lines = offset('chen', 120);
    expect(faultsOfTransfer(lines)).toEqual([]);
    expect(lines.map(({ account, amount }) => [account, amount])).toEqual([
      ['points', 120],
      ['receivable', -120],
    ]);
  });
});
