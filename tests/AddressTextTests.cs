namespace WorkReports.Tests;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("first-half", "first-half")]
    [InlineData("政治机关", "政治机关")]
    [InlineData("%D5%FE%D6%CE%BB%FA%B9%D8", "政治机关")]
    [InlineData("2021-08-31-%bc%d7", "2021-08-31-甲")]
    // 腔 in GBK happens to be ǻ in UTF-8, so the server decoded it.
    [InlineData("%B8%B5\u01fb", "傅腔")]
    [InlineData("re\u0301sume\u0301", "résumé")]
    public void An_address_is_read_as_it_was_meant(string asked, string meant) =>
        Assert.Contains(meant, AddressText.Readings(asked));

    [Theory]
    [InlineData("100%")]
    [InlineData("%zz")]
    [InlineData("%FF%FF")]
    [InlineData("政治")]
    [InlineData("")]
    public void What_is_no_percent_encoding_stays(string asked) =>
        Assert.Equal([asked], AddressText.Readings(asked).Distinct());

    [Fact]
    public void Half_a_character_is_no_address() =>
        Assert.Empty(new[] { "\ud83d", "a\ude00b" }.SelectMany(AddressText.Readings));

    [Fact]
    public void Characters_beyond_the_basic_plane_are_text() => Assert.Equal("𠮷", AddressText.Composed("𠮷"));
}
