// An answer may show or hide other fields. The server decides which; fields that stay are not touched, so nothing that
// is being typed is lost. Without this script the server shows them when the answers are checked.
(function () {
  'use strict';

  const keyOf = (element) => {
    const named = element.matches('[name]') ? element : element.querySelector('[name]');
    return named ? named.getAttribute('name') : element.textContent.trim();
  };

  const merge = (shown, wanted) => {
    const present = new Map([...shown.children].map((child) => [keyOf(child), child]));
    const keys = new Set([...wanted.children].map(keyOf));
    present.forEach((child, key) => keys.has(key) || child.remove());
    let before = null;
    [...wanted.children].forEach((child) => {
      const kept = present.get(keyOf(child));
      if (kept) {
        if (kept.matches('.field-group')) merge(kept, child);
        before = kept;
      } else {
        const added = document.importNode(child, true);
        if (before) before.after(added);
        else shown.prepend(added);
        before = added;
      }
    });
  };

  document.addEventListener('change', async (event) => {
    const form = event.target.closest('form[data-fields]');
    if (!form || !event.target.matches('select, input[type=radio], input[type=checkbox]')) return;
    const answer = await fetch(form.dataset.fields, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) return;
    const wanted = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
    merge(form.querySelector('#fields'), wanted);
  });
})();
