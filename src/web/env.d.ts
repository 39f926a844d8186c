declare module '*.css';
declare module '@fontsource-variable/inter';
declare module '@fontsource-variable/jetbrains-mono';
declare module '@fontsource-variable/noto-sans-sc';
declare module '@fontsource-variable/source-serif-4';
