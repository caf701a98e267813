using System.Buffers.Binary;
using System.Text;
using WorkReports.Content.Inspection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Inspection;

/// <summary>The place of a photograph is found in whatever format tells it, and goes without anything else.</summary>
public sealed class PhotoPlaceTests
{
    static readonly Dictionary<string, byte[]> Placed = new()
    {
        ["JPEG, big endian"] = PhotoFile.Jpeg(PhotoFile.Exif()),
        ["JPEG, little endian"] = PhotoFile.Jpeg(PhotoFile.Exif(isBig: false)),
        ["JPEG, XMP"] = PhotoFile.Jpeg(PhotoFile.Exif(hasPlace: false), PhotoFile.Xmp()),
        ["JPEG, both"] = PhotoFile.Jpeg(PhotoFile.Exif(), PhotoFile.Xmp()),
        ["JPEG, XMP elements"] = PhotoFile.Jpeg(
            null,
            PhotoFile.Xmp(
                "",
                "<exif:GPSLatitude>31,46.8N</exif:GPSLatitude><exif:GPSLongitude>119,58.2E</exif:GPSLongitude>"
            )
        ),
        ["JPEG, XMP in a list"] = PhotoFile.Jpeg(
            null,
            PhotoFile.Xmp("", "<exif:GPSLatitude><rdf:Seq><rdf:li>31,46.8N</rdf:li></rdf:Seq></exif:GPSLatitude>")
        ),
        ["PNG"] = PhotoFile.Png(PhotoFile.Exif()),
        ["PNG, XMP"] = PhotoFile.Png(null, PhotoFile.Xmp()),
        ["PNG, packed XMP"] = PhotoFile.Png(null, PhotoFile.Xmp(), isPacked: true),
        ["WebP"] = PhotoFile.WebP(PhotoFile.Exif(isBig: false)),
        ["WebP, as JPEG begins it"] = PhotoFile.WebP([.. "Exif\0\0"u8, .. PhotoFile.Exif()]),
        ["WebP, XMP"] = PhotoFile.WebP(null, PhotoFile.Xmp()),
    };

    static readonly Dictionary<string, byte[]> Placeless = new()
    {
        ["JPEG"] = PhotoFile.Jpeg(),
        ["JPEG, Exif"] = PhotoFile.Jpeg(PhotoFile.Exif(hasPlace: false), PhotoFile.Xmp("")),
        ["JPEG, a place of zeros"] = PhotoFile.Jpeg(PhotoFile.Exif(latitude: new uint[6])),
        ["PNG"] = Importing.Png,
        ["WebP"] = PhotoFile.WebP(),
        ["nothing"] = [],
        ["one byte"] = [1],
        ["text"] = [.. "exif:GPSLatitude"u8],
    };

    public static TheoryData<string> WithPlace => [.. Placed.Keys];

    public static TheoryData<string> WithoutPlace => [.. Placeless.Keys];

    static bool IsIn(byte[] picture) => PhotoPlace.IsIn(new MemoryStream(picture));

    [Theory]
    [MemberData(nameof(WithPlace))]
    public void A_place_is_found_and_removed_and_nothing_else_moves(string kind)
    {
        var picture = Placed[kind];
        Assert.True(IsIn(picture));
        var removed = PhotoPlace.Removed(picture)!;
        Assert.False(IsIn(removed));
        Assert.Equal(picture.Length, removed.Length);
        Assert.Equal(ImageSize.Of(picture), ImageSize.Of(removed));
        Assert.Null(PhotoPlace.Removed(removed));
        Assert.DoesNotContain("31,46.8N", Encoding.Latin1.GetString(removed));
        // Degrees, minutes and seconds are gone, not only the way to them.
        Assert.True(removed.AsSpan().IndexOf("\0\0\0w"u8) < 0 && removed.AsSpan().IndexOf("w\0\0\0"u8) < 0);
    }

    [Theory]
    [MemberData(nameof(WithoutPlace))]
    public void Where_there_is_none_the_picture_stays_as_it_is(string kind)
    {
        Assert.False(IsIn(Placeless[kind]));
        Assert.Null(PhotoPlace.Removed(Placeless[kind]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_else_a_camera_says_is_kept(bool isBig)
    {
        var without = PhotoFile.Exif(isBig, hasPlace: false);
        var removed = PhotoPlace.Removed(PhotoFile.Jpeg(PhotoFile.Exif(isBig)))!;
        // Up to what followed the place's entry, the block is that of a camera that has no place.
        var at = removed.AsSpan().IndexOf("Exif\0\0"u8) + 6;
        Assert.Equal(without[..50], removed[at..(at + 50)]);
        Assert.Contains("Maker", Encoding.Latin1.GetString(removed));
        Assert.Equal(new ImageSize(16, 32), ImageSize.Of(removed));
    }

    [Fact]
    public void An_XMP_block_stays_XML_with_its_other_properties()
    {
        var removed = Encoding.UTF8.GetString(PhotoPlace.Removed(PhotoFile.Jpeg(null, PhotoFile.Xmp()))!);
        var begin = removed.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
        var end = removed.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length;
        Assert.Contains("Rating", System.Xml.Linq.XElement.Parse(removed[begin..end]).ToString());
    }

    [Fact]
    public void The_checksum_of_a_PNG_chunk_is_right_afterwards()
    {
        var removed = PhotoPlace.Removed(PhotoFile.Png(PhotoFile.Exif(), PhotoFile.Xmp()))!;
        var names = new List<string>();
        for (var at = 8; at < removed.Length; )
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(removed.AsSpan(at));
            names.Add(Encoding.ASCII.GetString(removed, at + 4, 4));
            Assert.Equal(
                PhotoFile.Checksum(removed.AsSpan(at + 4, 4 + length)),
                BinaryPrimitives.ReadUInt32BigEndian(removed.AsSpan(at + 8 + length))
            );
            at += 12 + length;
        }
        Assert.Equal(["IHDR", "eXIf", "iTXt", "IDAT", "IEND"], names);
    }

    [Fact]
    public void Directories_that_lead_in_circles_come_to_an_end()
    {
        var exif = PhotoFile.Exif();
        // The place's directory is the first one, and the next of the first is itself.
        BinaryPrimitives.WriteUInt32BigEndian(exif.AsSpan(42), 8);
        BinaryPrimitives.WriteUInt32BigEndian(exif.AsSpan(46), 8);
        Assert.False(IsIn(PhotoPlace.Removed(PhotoFile.Jpeg(exif)) ?? PhotoFile.Jpeg(exif)));
    }

    [Fact]
    public void A_million_empty_parts_cost_no_more_than_their_bytes()
    {
        byte[] part = [.. "ZZZZ"u8, 0, 0, 0, 0];
        byte[] picture = [.. "RIFF\0\0\0\0WEBP"u8, .. Enumerable.Repeat(part, 1_000_000).SelectMany(bytes => bytes)];
        Assert.Empty(PictureMetadata.BlocksOf(new MemoryStream(picture)));
    }

    [Fact]
    public void Whatever_is_broken_in_a_file_it_is_read_to_an_end_and_loses_its_place()
    {
        var chance = new Random(Lane.Seed);
        var all = Placed.Values.Concat(Placeless.Values.Where(bytes => bytes.Length > 20)).ToList();
        for (var round = 0; round < Lane.Count(sample: 20_000, deep: 1_000_000); round++)
        {
            var picture = Broken(all[chance.Next(all.Count)], chance);
            var before = (byte[])picture.Clone();
            var hasPlace = IsIn(picture);
            var removed = PhotoPlace.Removed(picture);
            Assert.Equal(before, picture);
            Assert.Equal(hasPlace, removed is not null);
            Assert.True(removed is null || (removed.Length == picture.Length && !IsIn(removed)));
        }
    }

    /// <summary>Bytes changed, most of them to the ends of the range, or the end cut off.</summary>
    static byte[] Broken(byte[] sound, Random chance)
    {
        var picture = (byte[])sound.Clone();
        for (var i = chance.Next(1, 12); i > 0; i--)
            picture[chance.Next(picture.Length)] = chance.Next(3) switch
            {
                0 => 0,
                1 => 255,
                _ => (byte)chance.Next(256),
            };
        return chance.Next(4) == 0 ? picture[..chance.Next(picture.Length)] : picture;
    }
}
