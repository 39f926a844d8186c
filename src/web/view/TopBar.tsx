/** Name, search, views, export, language, theme. */
import { VIEWS, type View } from '../state/address.ts';
import { go, THEMES, useAddress, useInterface, useLanguage, useMessages } from '../state/stores.ts';
import { INTERFACE_LANGUAGES } from '../text/languages.ts';
import { UI_LANGUAGES } from '../text/messages.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Icon } from './Icon.tsx';
import { COMMAND_KEY } from './keys.ts';
import { Mark } from './Mark.tsx';
import { Menu } from './Menu.tsx';

function Views() {
  const t = useMessages();
  const view = useAddress((state) => state.address.view);
  return (
    <nav className="views" aria-label={t.views}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          className="view-tab"
          aria-current={one === view ? 'page' : undefined}
          onClick={() => go({ view: one })}
        >
          <Icon name={one} />
          <span>{t[one]}</span>
        </button>
      ))}
    </nav>
  );
}

function LanguageSwitch() {
  const t = useMessages();
  const language = useLanguage();
  const offered = UI_LANGUAGES.filter((one) => INTERFACE_LANGUAGES[one].offered || one === language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not a form
    <div className="switch" role="group" aria-label={t.language}>
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          title={INTERFACE_LANGUAGES[one].name}
          onClick={() => go({ language: one }, 'replace')}
        >
          {INTERFACE_LANGUAGES[one].short}
        </button>
      ))}
    </div>
  );
}

function ThemeMenu() {
  const t = useMessages();
  const theme = useInterface((state) => state.theme);
  const setTheme = useInterface((state) => state.setTheme);
  const icon = theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'system';
  return (
    <Menu label={t.theme} trigger={<Icon name={icon} />} triggerClass="icon-button">
      {(close) =>
        THEMES.map((one) => (
          <button
            key={one}
            type="button"
            role="menuitemradio"
            aria-checked={one === theme}
            className="menu-item"
            onClick={() => {
              setTheme(one);
              close();
            }}
          >
            <Icon name={one === 'light' ? 'sun' : one === 'dark' ? 'moon' : 'system'} />
            <span>{t.themes[one]}</span>
          </button>
        ))
      }
    </Menu>
  );
}

const WITH_FILTERS: readonly View[] = ['lineage', 'network', 'table'];

function FiltersSwitch() {
  const t = useMessages();
  const view = useAddress((state) => state.address.view);
  const open = useInterface((state) => state.filtersOpen);
  const setOpen = useInterface((state) => state.setFiltersOpen);
  const name = open ? t.hideFilters : t.showFilters;
  return (
    <button
      type="button"
      className="icon-button filters-switch"
      aria-expanded={open}
      title={name}
      disabled={!WITH_FILTERS.includes(view)}
      onClick={() => setOpen(!open)}
    >
      <Icon name="sidebar" label={name} />
    </button>
  );
}

function Steps() {
  const t = useMessages();
  const { steps, undo, redo } = useAddress();
  return (
    <div className="steps">
      <button
        type="button"
        className="icon-button"
        title={`${t.undo} (${COMMAND_KEY} Z)`}
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={steps.past.length === 0}
        onClick={undo}
      >
        <Icon name="undo" label={t.undo} />
      </button>
      <button
        type="button"
        className="icon-button"
        title={`${t.redo} (${COMMAND_KEY} Shift Z)`}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        disabled={steps.future.length === 0}
        onClick={redo}
      >
        <Icon name="redo" label={t.redo} />
      </button>
    </div>
  );
}

function HelpButton() {
  const t = useMessages();
  const setHelpOpen = useInterface((state) => state.setHelpOpen);
  return (
    <button
      type="button"
      className="icon-button help-button"
      title={`${t.keys} (?)`}
      aria-keyshortcuts="?"
      onClick={() => setHelpOpen(true)}
    >
      <Icon name="help" label={t.keys} />
    </button>
  );
}

export function TopBar() {
  const t = useMessages();
  const setSearchOpen = useInterface((state) => state.setSearchOpen);
  return (
    <header className="top">
      <FiltersSwitch />
      <a className="brand" href={window.location.pathname} title={t.tagline}>
        <Mark />
        <span>Stemma</span>
      </a>
      <Views />
      <button
        type="button"
        className="search-field"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setSearchOpen(true)}
      >
        <Icon name="search" />
        <span className="search-hint">{t.searchHint}</span>
        <kbd>{COMMAND_KEY} K</kbd>
      </button>
      <div className="tools">
        <Steps />
        <ExportMenu />
        <LanguageSwitch />
        <ThemeMenu />
        <HelpButton />
      </div>
    </header>
  );
}
