import Taro from '@tarojs/taro';

/** A passing word at the middle of the screen, for what needs no answer. */
export function say(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2200 });
}

/** Asks before something that cannot be taken back. `action` names what will happen: 撤回同意, not 确定. */
export async function confirmed(title: string, content: string, action: string): Promise<boolean> {
  const answer = await Taro.showModal({
    title,
    content,
    confirmText: action.slice(0, 4),
    cancelText: '再想想',
    confirmColor: '#1f6f5c',
    cancelColor: '#5c6370',
  });
  return answer.confirm;
}
