import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';
import { asPersona } from './simulator';

/**
 * A login code of the person holding this phone, good once and for five minutes. Asks nothing of the person.
 * @throws NoIdentity when there is nobody to sign in as.
 */
export async function obtainLoginCode(): Promise<string> {
  if (IS_H5) return (await asPersona<{ code: string }>('login-code')).code;
  return (await Taro.login()).code;
}
