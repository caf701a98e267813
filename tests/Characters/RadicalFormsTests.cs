using WorkReports.Characters;

namespace WorkReports.Tests.Characters;

public sealed class RadicalFormsTests
{
    [Theory]
    [InlineData("⻓效机制、⻛险", "长效机制、风险")]
    [InlineData("⼯作⽅案", "工作方案")]
    [InlineData("⻋⻉⻜⻰", "车贝飞龙")]
    [InlineData("长效机制", "长效机制")]
    public void A_sign_for_a_radical_becomes_the_character_that_it_looks_like(string text, string plain) =>
        Assert.Equal(plain, RadicalForms.Plain(text));

    [Fact]
    public void Runs_are_found_with_their_places() =>
        Assert.Equal([(1, "⻓"), (4, "⼯⻛")], RadicalForms.In("建⻓效机⼯⻛险"));
}
