"""Choices as links: nothing that stands in a document becomes a tag."""

from webapp.facets import FacetValue, choice_list


def test_a_choice_is_a_link_with_its_number_of_hits() -> None:
    html = choice_list([FacetValue("Motion", 12345, chosen=False, parameters="q=x&typ=motion")], "/sok")
    assert html == (
        '<ul>\n<li><a href="/sok?q=x&amp;typ=motion"><span>Motion</span>'
        '<span class="n">12\u202f345</span></a></li>\n</ul>'
    )


def test_a_chosen_one_says_so_and_a_short_one_what_it_is_in_full() -> None:
    html = choice_list([FacetValue("2 kap. KL", 1, True, "q=x", "2 kap. kommunallagen (2017:725)")], "/sok")
    assert ' title="2 kap. kommunallagen (2017:725)" aria-current="true">' in html
    assert '<span><span class="sign">✓</span> 2 kap. KL</span>' in html


def test_what_a_document_says_is_no_tag() -> None:
    hostile = '"><script>x</script>'
    html = choice_list([FacetValue(hostile, 1, False, hostile, hostile)], hostile)
    assert "<script" not in html
    assert html.count("&#34;&gt;&lt;script&gt;") == 4
