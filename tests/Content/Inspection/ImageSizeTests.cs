using System.Text;
using WorkReports.Content.Inspection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Inspection;

public sealed class ImageSizeTests
{
    static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", ""));

    static byte[] Padded(string hex) => [.. Bytes(hex), .. new byte[32]];

    [Theory]
    [InlineData("89504E47 0D0A1A0A 0000000D 49484452 00000280 000001E0", 640, 480)]
    [InlineData("474946383961 8002 E001", 640, 480)]
    [InlineData("FFD8 FFE0 0010 4A46494600010100000100010000 FFC0 0011 08 01E0 0280", 640, 480)]
    [InlineData(
        "FFD8 FFE1 0022 457869660000 4D4D002A00000008 0001 0112 0003 00000001 0006 0000 00000000 FFC2 0011 08 01E0 0280",
        480,
        640
    )]
    [InlineData(
        "FFD8 FFE1 0022 457869660000 49492A0008000000 0100 1201 0300 01000000 0800 0000 00000000 FFC0 0011 08 01E0 0280",
        480,
        640
    )]
    [InlineData("52494646 00000000 57454250 56503858 0A000000 00000000 7F0200 DF0100", 640, 480)]
    [InlineData("52494646 00000000 57454250 56503820 00000000 000000 9D012A 8002 E001", 640, 480)]
    [InlineData("52494646 00000000 57454250 5650384C 00000000 2F 7FC27700", 640, 480)]
    public void The_head_of_a_picture_tells_its_size(string hex, int width, int height) =>
        Assert.Equal(new ImageSize(width, height), ImageSize.Of(Padded(hex)));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='640' height='480px'/>")]
    [InlineData("<?xml version='1.0'?><!-- 图 --><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 480'><text>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100%' viewBox='0,0,640,480'>")]
    public void A_drawing_tells_its_size_or_its_box(string svg) =>
        Assert.Equal(new ImageSize(640, 480), ImageSize.Of(Encoding.UTF8.GetBytes(svg)));

    [Theory]
    [InlineData("")]
    [InlineData("89504E47")]
    [InlineData("FFD8 FFE0 0010 4A464946")]
    [InlineData("FFD8 FFFF FFFF FFFF FFFF FFFF FFFF")]
    [InlineData("FFD8 FFE1 000E 457869660000 4D4D002A7FFFFFFF")]
    [InlineData("FFD8 FFE1 0000 457869660000 4D4D002A")]
    [InlineData("52494646 00000000 57454250")]
    [InlineData("3C68746D6C3E")]
    [InlineData("3C737667")]
    public void What_is_cut_short_or_no_picture_has_no_size(string hex) => Assert.Null(ImageSize.Of(Bytes(hex)));

    [Fact]
    public void A_page_keeps_the_room_of_a_picture_free()
    {
        var report = Reading.Report("![图](图一.svg)", beside: content =>
            content.With("政治机关/图一.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>")
        );
        Assert.Contains("width=\"30\" height=\"20\"", report.Html);
    }
}
