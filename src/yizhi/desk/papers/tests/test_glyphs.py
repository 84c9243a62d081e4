"""字形 What cannot be printed is named; what can is left alone."""

import pytest

from yizhi.desk.papers.glyphs import legible, missing_glyphs


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("䶮喆赟", ()),
        ("𫚉", ("𫚉",)),
        ("吕🙂例🙂", ("🙂",)),
        ("〔2026〕17号 《》“”…—ⅣⅤ①²", ()),
        ("一\n二\t三　四\u200d\ufe0f", ()),
        ("", ()),
    ],
    ids=["生僻字有字形", "没有字形的字", "表情只报一次", "公文符号", "空白和看不见的字符不算", "空文本"],
)
def test_characters_that_cannot_be_printed(text, lacking):
    assert missing_glyphs(text) == lacking


def test_a_mark_with_the_code_point_stands_for_a_missing_character():
    assert legible("𫚉某\u200b，䶮") == "〓（U+2B689）某，䶮"
    assert legible("第一行\r\n第二行") == "第一行\n第二行"
    assert legible("a\x00b") == "ab"
