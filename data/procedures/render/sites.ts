// The pages of twelve invented sites, as different as pages are: what stands around the text is what a miner has to see past.
import { esc, lines, slug } from "./block.ts";
import type { Copy, Site } from "./copy.ts";
import type { Words } from "./words.ts";

/** What a site puts into its page. */
export interface View {
  readonly lang: string;
  /** Of the article, as its headline. */
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly head: string;
  /** Titles of other pages of the site. */
  readonly related: readonly string[];
  readonly copy: Copy;
  readonly words: Words;
}

type Shell = (view: View) => string;

const link = (title: string): string => `<a href="/${slug(title)}">${esc(title)}</a>`;
const items = (titles: readonly string[], attributes = ""): string =>
  titles.map((title) => `<li${attributes}>${link(title)}</li>`).join("\n");

const kitchen: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!DOCTYPE html>`,
    `<html lang="${lang}">`,
    `<head><meta charset="utf-8"><title>${esc(title)} | ${esc(copy.name)}</title><meta name="viewport" content="width=device-width">`,
    `<meta property="og:site_name" content="${esc(copy.name)}"><meta property="og:title" content="${esc(title)}">${head}</head>`,
    `<body class="single single-post"><a class="skip-link" href="#content">&darr;</a>`,
    `<header class="site-header"><p class="site-title"><a href="/">${esc(copy.name)}</a></p><p class="site-description">${esc(copy.tagline)}</p>`,
    `<nav class="main-navigation"><ul id="primary-menu" class="menu">`,
    items(copy.menu, ` class="menu-item"`),
    `</ul></nav></header>`,
    `<div id="content" class="site-content"><main class="content-area"><article class="post type-post"><header class="entry-header"><h1 class="entry-title">${esc(title)}</h1></header>`,
    `<div class="entry-content"><p>${esc(lead)}</p>`,
    body,
    `<div class="sharedaddy"><h3>${words.share}:</h3><ul><li><a href="#">E-Mail</a></li><li><a href="#">Print</a></li></ul></div></div></article>`,
    `<section id="comments"><h2>${words.replies.length} ${words.comments}</h2><ol class="comment-list">`,
    words.replies.map(
      ([who, what], k) =>
        `<li class="comment" id="comment-${310 + k}"><cite class="fn">${esc(who)}</cite><p>${esc(what)}</p><a class="comment-reply-link" href="#respond">${words.reply}</a></li>`,
    ),
    `</ol></section></main>`,
    `<aside class="widget-area"><section class="widget"><h2>${esc(copy.menu.at(-1) as string)}</h2><p>${esc(copy.about)}</p></section><section class="widget widget_popular"><h2>${words.popular}</h2><ol>`,
    items(related),
    `</ol></section></aside></div>`,
    `<footer class="site-footer"><ul class="footer-links">${items(copy.footer)}</ul></footer>`,
    `</body></html>`,
  );

const workshop: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"/><title>${esc(title)} - ${esc(copy.name)}</title>${head}<style>.grid{display:grid}</style></head>`,
    `<body><div class="topbar"><div class="logo">${esc(copy.name)} <small>${esc(copy.tagline)}</small></div><form role="search"><input name="q" placeholder="${words.search}"></form></div>`,
    `<nav aria-label="menu">${copy.menu.map((one) => link(one)).join(" / ")}</nav>`,
    `<ol class="breadcrumb"><li><a href="/">${words.home}</a></li><li>${link(copy.menu[0] as string)}</li><li aria-current="page">${esc(title)}</li></ol>`,
    `<div class="grid"><div class="col-main"><h1>${esc(title)}</h1><p class="standfirst">${esc(lead)}</p><div class="meta">12 min &middot; &#9733;&#9733;&#9734;</div>`,
    body,
    `<div class="note-box"><strong>!</strong> ${esc(copy.about)}</div></div>`,
    `<div class="col-side"><div class="teaser-list"><h4>${words.related}</h4>`,
    related.map((one) => `<div class="teaser"><div class="teaser-img"></div><div class="teaser-text">${link(one)}</div></div>`),
    `</div><form class="letter"><label>${words.newsletter} <input type="email"></label><button>OK</button></form></div></div>`,
    `<footer><div class="f-col">${copy.footer.map((one) => `<div>${link(one)}</div>`).join("")}</div></footer><script>window.dataLayer=[]</script></body></html>`,
  );

const council: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!DOCTYPE html>`,
    `<html lang="${lang}" class="template"><head><meta charset="utf-8"><title>${esc(title)} – ${esc(copy.name)}</title>${head}</head><body>`,
    `<header role="banner"><a href="/">${esc(copy.name)}</a><span>${esc(copy.tagline)}</span></header>`,
    `<div class="breadcrumbs"><ol><li><a href="/">${words.home}</a></li>${items(copy.menu.slice(0, 2))}</ol></div>`,
    `<main id="content" role="main"><h1>${esc(title)}</h1><div class="govspeak"><p class="lede">${esc(lead)}</p>`,
    body,
    `</div><p class="review-note">${esc(copy.about)}</p></main>`,
    `<aside class="related" role="complementary"><h2>${words.related}</h2><nav><ul>`,
    items(related),
    `</ul></nav></aside>`,
    `<footer role="contentinfo"><h2 class="visually-hidden">Support</h2><ul>${items(copy.footer)}</ul><ul class="services">${items(copy.menu)}</ul></footer></body></html>`,
  );

const clinic: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!doctype html>`,
    `<html lang="${lang}"><head><title>${esc(title)} | ${esc(copy.name)}</title><meta charset="utf-8">${head}</head><body>`,
    `<div id="page"><div id="masthead"><h2><a href="/">${esc(copy.name)}</a></h2><p>${esc(copy.tagline)}</p><ul class="tabs">${items(copy.menu)}</ul></div>`,
    `<div class="alert" role="note"><p>${esc(copy.about)}</p></div>`,
    `<div class="topic"><h1>${esc(title)}</h1><p>${esc(lead)}</p>`,
    body,
    `<h2 id="more">${words.related}</h2><ul class="topic-links">${items(related)}</ul></div>`,
    `<div class="feedback"><p>&#128077; <a href="#yes">+</a> &#128078; <a href="#no">&minus;</a></p></div>`,
    `<div id="foot">${copy.footer.map((one) => link(one)).join(" | ")}</div></div></body></html>`,
  );

const forum: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(title)} : ${esc(copy.name)}</title>${head}</head><body>`,
    `<div class="bar"><b>${esc(copy.name)}</b> <i>${esc(copy.tagline)}</i> ${copy.menu.map((one) => link(one)).join(" ")}</div>`,
    `<div id="question-header"><h1>${esc(title)}</h1></div>`,
    `<div class="question" data-score="14"><div class="votes">14</div><div class="post"><p>${esc(lead)}</p><p>What I found so far contradicts itself, so I would be glad of a list that somebody has really followed.</p></div><div class="user">asked by <a href="/u/pebble">pebble</a>, 3 days ago</div>`,
    `<div class="comments-list"><div class="cmt"><span>Which one do you have? &ndash; <a href="/u/ansgar">ansgar</a></span></div><div class="cmt"><span>The ordinary kind. &ndash; <a href="/u/pebble">pebble</a></span></div></div></div>`,
    `<h2>2 Answers</h2>`,
    `<div class="answer accepted" data-score="31"><div class="votes">31 &#10003;</div><div class="post">`,
    body,
    `<p>I have done it this way for eleven years.</p></div><div class="user">answered by <a href="/u/rivet">rivet</a></div></div>`,
    `<div class="answer" data-score="2"><div class="votes">2</div><div class="post"><p>I would not bother. There is a shop around the corner that does it while you wait.</p></div><div class="user">answered by <a href="/u/quill">quill</a></div></div>`,
    `<div class="sidebar"><h4>Hot questions</h4><ul>${items(related)}</ul><h4>${words.popular}</h4><p>${esc(copy.about)}</p></div>`,
    `<div class="foot">${copy.footer.map(esc).join(" &middot; ")}</div></body></html>`,
  );

/** Elements in capitals, no end tags where HTML needs none, a table for the layout. */
const old: Shell = ({ title, lead, body, head, related, copy }) =>
  lines(
    `<HTML><HEAD><TITLE>${esc(title)}</TITLE>${head}</HEAD>`,
    `<BODY BGCOLOR="#FFFFF0" TEXT="#000000"><CENTER><FONT SIZE="+2"><B>${esc(copy.name)}</B></FONT><BR><I>${esc(copy.tagline)}</I></CENTER><HR>`,
    `<TABLE WIDTH="100%" CELLPADDING="8"><TR VALIGN="TOP"><TD WIDTH="160" BGCOLOR="#DDDDCC">`,
    copy.menu.map((one) => `<A HREF="/${slug(one)}.htm">${esc(one)}</A><BR>`),
    `<P><B>New here:</B><BR>`,
    related.map((one) => `- <A HREF="/${slug(one)}.htm">${esc(one)}</A><BR>`),
    `</TD><TD><H1>${esc(title)}</H1><P>${esc(lead)}`,
    body,
    `<P>${esc(copy.about)}`,
    `</TD></TR></TABLE><HR><CENTER><FONT SIZE="-1">${copy.footer.map(esc).join("<BR>")}</FONT></CENTER></BODY></HTML>`,
  );

const docs: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!DOCTYPE html>`,
    `<html lang="${lang}">`,
    `<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${esc(title)}</title><meta name="generator" content="a documentation tool">${head}</head>`,
    `<body id="topic"><nav class="toc" role="navigation"><ul>`,
    copy.menu.map((one, k) => (k === 2 ? `<li>${link(one)}<ul>${items(related)}</ul></li>` : `<li>${link(one)}</li>`)),
    `</ul></nav><div class="navheader"><a accesskey="p" href="prev.html">${words.previous}</a> <a accesskey="n" href="next.html">${words.next}</a></div>`,
    `<main role="main"><article><h1 class="title topictitle1">${esc(title)}</h1><p class="shortdesc">${esc(lead)}</p>`,
    body,
    `</article></main><div class="navfooter"><hr><p>${esc(copy.name)}, ${esc(copy.tagline)}. ${esc(copy.about)}</p><p>${copy.footer.map((one) => link(one)).join(" ")}</p></div></body></html>`,
  );

const magazine: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(title)} · ${esc(copy.name)}</title><link rel="canonical" href="https://magazine.example/${slug(title)}">${head}</head>`,
    `<body><div class="ad-slot" data-slot="top"></div><header><a class="brand" href="/">${esc(copy.name)}</a><p>${esc(copy.tagline)}</p><nav><ul>${items(copy.menu)}</ul></nav></header>`,
    `<figure class="hero"><img src="/hero.jpg" alt=""><figcaption>${esc(copy.about)}</figcaption></figure>`,
    `<article><h1>${esc(title)}</h1><p class="dek">${esc(lead)}</p><div class="share"><button>${words.share}</button></div><div class="ad-slot" data-slot="mid"></div>`,
    body,
    `</article>`,
    `<section class="most-read"><h2>${words.popular}</h2><ol>`,
    related.map((one) => `<li><h3>${link(one)}</h3><time>4 min</time></li>`),
    `</ol></section><section class="promo"><h2>${words.newsletter}</h2><form><input type="email"><button>&rarr;</button></form></section>`,
    `<footer><ul>${items(copy.footer)}</ul></footer></body></html>`,
  );

const school: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(copy.name)}: ${esc(title)}</title>${head}</head><body>`,
    `<header><h1 class="site">${esc(copy.name)}</h1><p>${esc(copy.tagline)}</p></header><nav><ul class="nav">${items(copy.menu)}</ul></nav>`,
    `<div class="sheet"><h2 class="sheet-title">${esc(title)}</h2><dl class="facts"><dt>Age</dt><dd>10 and up</dd><dt>Time</dt><dd>one lesson</dd><dt>Mess</dt><dd>some</dd></dl><p>${esc(lead)}</p>`,
    body,
    `<h3>Talk about it</h3><ul class="questions"><li>What would change if you used half as much of everything?</li><li>Which part could go wrong without anybody noticing?</li><li>How would you measure the result?</li></ul></div>`,
    `<aside><h3>${words.related}</h3><ul>${items(related)}</ul><p>${esc(copy.about)}</p></aside>`,
    `<footer>${copy.footer.map((one) => `<span>${link(one)}</span>`).join(" ")}</footer></body></html>`,
  );

const plain: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!doctype html>`,
    `<html lang=${lang}><meta charset=utf-8><title>${esc(title)}</title>${head}`,
    `<body><p><a href=/>${esc(copy.name)}</a> <small>${esc(copy.tagline)}</small></p><p>${copy.menu.map((one) => link(one)).join(" · ")}</p>`,
    `<article><h1>${esc(title)}</h1><p>${esc(lead)}</p>`,
    body,
    `</article><hr><p>${words.previous}: ${link(related[0] as string)}<br>${words.next}: ${link(related[1] as string)}</p><p><small>${esc(copy.about)} ${copy.footer.map((one) => link(one)).join(", ")}</small></p>`,
  );

const shop: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${esc(title)} | Advice | ${esc(copy.name)}</title>${head}</head><body>`,
    `<div class="mega-menu"><ul>${copy.menu.map((one) => `<li>${link(one)}<ul><li><a href="#">New</a></li><li><a href="#">Bestsellers</a></li><li><a href="#">Second hand</a></li></ul></li>`).join("")}</ul></div><div class="cart">0 items</div>`,
    `<div class="crumbs"><a href="/">${words.home}</a> &gt; <a href="/advice">Advice</a></div>`,
    `<div class="advice"><h1>${esc(title)}</h1><p>${esc(lead)}</p>`,
    body,
    `</div><div class="products"><h2>What fits</h2><ul class="product-grid"><li class="product"><a href="#">Ridge 2 tent</a><span class="price">249.00</span><button>Add to cart</button></li><li class="product"><a href="#">Titan pot, 0.9 l</a><span class="price">39.50</span><button>Add to cart</button></li><li class="product"><a href="#">Guide map case</a><span class="price">14.00</span><button>Add to cart</button></li></ul></div>`,
    `<div class="more-advice"><h3>${words.related}</h3>${related.map((one) => `<p>${link(one)}</p>`).join("")}</div>`,
    `<footer><p>${esc(copy.name)}. ${esc(copy.tagline)}. ${esc(copy.about)}</p><ul>${items(copy.footer)}</ul></footer></body></html>`,
  );

const parish: Shell = ({ lang, title, lead, body, head, related, copy, words }) =>
  lines(
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">`,
    `<html xmlns="http://www.w3.org/1999/xhtml" lang="${lang}" xml:lang="${lang}"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${esc(title)} - ${esc(copy.name)}</title>${head}</head><body>`,
    `<div id="header"><strong>${esc(copy.name)}</strong><br />${esc(copy.tagline)}</div><ul id="menu">${items(copy.menu)}</ul>`,
    `<table class="times"><caption>This week</caption><tr><th>Monday</th><td>Choir, 7 pm</td></tr><tr><th>Wednesday</th><td>Open kitchen, noon</td></tr><tr><th>Friday</th><td>Prayer room opens at 11 am</td></tr><tr><th>Sunday</th><td>Families, 10 am</td></tr></table>`,
    `<div id="main"><h1>${esc(title)}</h1><p>${esc(lead)}</p>`,
    body,
    `</div><div id="side"><h3>${words.related}</h3><ul>${items(related)}</ul><p>${esc(copy.about)}</p></div><div id="footer">${copy.footer.map((one) => link(one)).join(" - ")}</div></body></html>`,
  );

export const SITES: Readonly<Record<Site, Shell>> = {
  kitchen,
  workshop,
  council,
  clinic,
  forum,
  old,
  docs,
  magazine,
  school,
  plain,
  shop,
  parish,
};
