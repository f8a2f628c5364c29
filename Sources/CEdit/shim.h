#ifndef FOLJ_CEDIT_SHIM_H
#define FOLJ_CEDIT_SHIM_H

// Typed wrappers over libedit's variadic functions, which Swift cannot call. Only the wide API is
// used: the narrow one crashes on a prompt with ö in the C locale.

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// Declared here because <termcap.h> and <term.h> define macros for half the alphabet.
extern int tgetent(char *buffer, const char *terminal);

// <wchar.h> hides it unless _XOPEN_SOURCE is set before every other header.
extern int wcwidth(wchar_t character);

/// Opens the editor on the standard streams. `setlocale` must have been called before.
static inline EditLine *cedit_open(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

/// Says whether the terminal database knows `terminal`; libedit complains on stderr if not.
static inline int cedit_knows_terminal(const char *terminal) {
  return tgetent(NULL, terminal) == 1;
}

/// Counts the cells of a character as libedit does; -1 if it cannot be printed.
static inline int cedit_cells(wchar_t character) {
  return wcwidth(character);
}

/// Sets an option that is a number: EL_SIGNAL, EL_EDITMODE, EL_PREP_TERM.
static inline int cedit_set_int(EditLine *el, int option, int value) {
  return el_wset(el, option, value);
}

/// Chooses the key map, L"emacs" or L"vi".
static inline int cedit_editor(EditLine *el, const wchar_t *name) {
  return el_wset(el, EL_EDITOR, name);
}

/// Sets the function that gives the prompt; text between two `marker` takes no room on screen.
static inline int cedit_prompt(EditLine *el, wchar_t *(*prompt)(EditLine *), wchar_t marker) {
  return el_wset(el, EL_PROMPT_ESC, prompt, marker);
}

/// Adds a command. libedit keeps the pointers `name` and `help`: they must live for ever.
static inline int cedit_addfn(EditLine *el, const wchar_t *name, const wchar_t *help,
                              unsigned char (*command)(EditLine *, int)) {
  return el_wset(el, EL_ADDFN, name, help, command);
}

/// Binds a key to a command.
static inline int cedit_bind(EditLine *el, const wchar_t *key, const wchar_t *command) {
  return el_wset(el, EL_BIND, key, command, NULL);
}

/// Sets the function that reads one key: 1 and the key, or 0 at the end of the input.
static inline int cedit_getc(EditLine *el, int (*read)(EditLine *, wchar_t *)) {
  return el_wset(el, EL_GETCFN, read);
}

/// Takes the input as it is typed while a line is edited: Ctrl-S does not freeze the terminal, and
/// carriage return and line feed do not change places.
static inline int cedit_plain_input(EditLine *el) {
  return el_wset(el, EL_SETTY, L"-d", L"-ixon", L"-icrnl", L"-inlcr", NULL);
}

/// Draws the prompt and the line anew from where the cursor is, taken to be an empty row.
static inline void cedit_refresh(EditLine *el) {
  el_wset(el, EL_REFRESH);
}

/// Writes out what libedit has put in its output buffer.
static inline void cedit_flush(void) {
  fflush(stdout);
}

#endif
