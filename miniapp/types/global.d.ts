/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production' | 'test';
    /** Set by the build; only `platform/environment.ts` reads it. */
    TARO_ENV: 'weapp' | 'h5';
  }
}

/** Address of the API for builds that do not share its origin; replaced when building. */
declare const GUIHU_API_BASE: string;
