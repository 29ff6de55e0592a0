"""Twelve postings of companies that do not exist, one for each thing that goes wrong with postings."""

from typing import Final

CONSISTENT: Final = """\
Senior Software Engineer, Ordering

Crumb & Co. runs the ordering system of four hundred bakeries.

What you'll do
- Lead the design of a project from the first sketch to the release
- Mentor other engineers on the team
- Review the riskiest changes, and say no where it matters

What you bring
- 5+ years of experience with web services
- A proven track record of shipping to production
- Familiarity with Kubernetes

The base salary for this role is $170,000 - $200,000 per year.
"""
INFLATED: Final = """\
Staff Engineer

Your tasks:
- Build pages from designs that the team agrees on
- Fix bugs with guidance from a senior colleague
- Learn our tools quickly in a fast-paced environment

Requirements:
- 2+ years of experience with JavaScript
- Familiarity with React
- Eager to learn new things

We pay $95k-$115k.
"""
UNDER_TITLED: Final = """\
Software Engineer II

What you will do
- Set the technical strategy for payments and influence the roadmap of three teams
- Drive architectural decisions across the engineering organization
- Mentor senior engineers, and define the standards that all teams follow

What you have
- 10+ years of experience building backend systems
- Experience leading multi-team initiatives
"""
NO_LEVEL: Final = """\
Member of Technical Staff

Responsibilities
- Write services in Go, and run them
- Take part in code reviews

Requirements
- 4 years of experience with Go
"""
THREE_SALARIES: Final = """\
Senior Data Engineer

What you'll do
- Own the pipelines that bring orders into the warehouse
- Lead the design of the next version

You have 6+ years of experience with SQL.

Pay ranges by place: San Francisco $190,000 - $220,000; Austin $165,000 - $195,000; Lisbon €70,000 - €85,000.
"""
RETIREMENT: Final = """\
Senior Engineer

What you'll do
- Lead the design of our mobile app
- Coach teammates in reviews

Requirements
- 5+ years of experience with Kotlin

Benefits
- A 401(k) with a 4-6% match, and 401k advice
- $1,000 - $2,000 for learning
- Competitive salary, unlimited PTO
"""
CANADIAN: Final = """\
Staff Engineer, Search

What you'll do
- Set the technical direction for search across teams
- Influence the roadmap and mentor engineers

Requirements
- 8+ years of experience with search engines

The annual base salary is between $172,000 CAD and $232,000 CAD.
"""
HOURLY: Final = """\
Contract Engineer

You will build a reporting tool. You have 5 years of experience with Python.

Compensation: $85 - $110 per hour.
"""
SATIRE: Final = """\
Rockstar Ninja Engineer

We are like a family that works hard. You wear many hats, thrive in ambiguity and move fast.
You are passionate about world-class synergy, and a self-starter with a bias for action.
Competitive salary, commensurate with experience. Unlimited PTO. Other duties as assigned.
"""
MARKDOWN: Final = """\
# Principal Engineer, *Platform*

**About us**

We have raised $40M - $60M and lead the market across the organization.

## What you'll do

- **Strategy:** define the technical vision of the [platform](https://example.org) for several years
- Drive alignment across multiple engineering teams
- You do **not** need experience leading people

## What you bring

1. 12+ years of experience
2. Deep expertise in distributed systems
"""
HTML: Final = """\
<!doctype html><html><head><title>Jobs at Crumb</title><style>p {color: red}</style></head><body>
<nav><ul><li>All jobs</li></ul></nav>
<h1>Staff Engineer, Ovens &amp; Bread</h1>
<h2>What you&#8217;ll do</h2>
<ul><li>Set the technical direction of the ovens</li><li>Mentor engineers in three teams</li></ul>
<h2>What you bring</h2>
<ul><li>9+ years of experience with embedded systems</li></ul>
<p>Base salary: &#163;110,000 &ndash; &#163;130,000 a year</p>
<script>track("engineer")</script><footer>Mentor engineers everywhere</footer>
</body></html>
"""
GERMAN: Final = """\
Senior Software Engineer (m/w/d)

Deine Aufgaben
- Du entwirfst und betreibst Dienste für vierhundert Bäckereien und übernimmst Verantwortung für deren Betrieb
- Du begleitest Kolleginnen und Kollegen fachlich und prüfst Entwürfe anderer Gruppen sorgfältig
- Du arbeitest eng mit dem Vertrieb zusammen und erklärst technische Zusammenhänge verständlich

Dein Profil
- Mindestens fünf Jahre Berufserfahrung in der Entwicklung verteilter Systeme
- Gehalt: 75.000 € - 90.000 € brutto pro Jahr
"""
