using Microsoft.AspNetCore.Http;
using WorkReports.Hosting.Protection;

namespace WorkReports.Tests.Hosting.Protection;

/// <summary>Whoever goes on working on an answer keeps the request's place until that is done.</summary>
public sealed class KeptPlaceTests
{
    sealed class Place : IDisposable
    {
        public int Left { get; private set; }

        public void Dispose() => Left++;
    }

    [Fact]
    public void A_place_is_given_back_when_the_work_on_the_answer_is_done()
    {
        var (context, place) = (new DefaultHttpContext(), new Place());
        using (KeptPlace.For(context))
        {
            KeptPlace.Leave(context, place);
            Assert.Equal(0, place.Left);
        }
        Assert.Equal(1, place.Left);
    }

    [Fact]
    public void Where_nobody_goes_on_it_is_given_back_at_once()
    {
        var (context, before, after) = (new DefaultHttpContext(), new Place(), new Place());
        KeptPlace.Leave(context, before);
        KeptPlace.For(context).Dispose();
        KeptPlace.Leave(context, after);
        Assert.Equal((1, 1), (before.Left, after.Left));
    }

    [Fact]
    public void A_second_one_is_given_back_at_once()
    {
        var (context, first, second) = (new DefaultHttpContext(), new Place(), new Place());
        using (KeptPlace.For(context))
        {
            KeptPlace.Leave(context, first);
            KeptPlace.Leave(context, second);
            Assert.Equal((0, 1), (first.Left, second.Left));
        }
        Assert.Equal((1, 1), (first.Left, second.Left));
    }
}
