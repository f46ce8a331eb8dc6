/**
 * Five operations as the first version wrote them into its journal, never to be changed: an import of
 * two people, three orders and a tag (1); 210 tags (2), taken back (3); the import taken back (4) and
 * brought back (5).
 */
export const FROZEN_FRAMES = [
  {
    seq: 1,
    header:
      '{"seq":1,"id":"01a20374-91ce-7420-a819-1394c842cee1","deviceId":"01a20374-91c1-7787-aa99-33274bbed7dd","workspaceId":"01a20374-91c1-7787-aa99-3790233e676c","command":"test.do","at":1795354300868,"hlc":"0mwrvlghw-0000-01a20374-91c1-7787-aa99-33274bbed7dd","schemaVersion":2,"changes":[],"hasPayload":true}',
    payload:
      'H4sIAAAAAAAAA71Wv6/jRBDekDs6+AuoRnTsSbu24zjp0pz0Ch40V51SbOxNsiTZDfb6/dCTdRQUVyBxJ4FAokIggeiQoOW/eXeHAImCghKt7c0lJrHjnMBSNhnHM5/n229m9uc3ELqBMOZM8wiGD2+ASy30NQxhxVcTHieAYc1mPMn/nCsNwxtYKhgCoYxOCSH3iFn6ZgmsWV4UMMzFcc86gEHC0MEQGggRmVXDENJURIBhYuy3J0LC8CE8EFIHozhm14AJdp1xlmGQbMWtk+ZXGjAkMIRnj5/cPv2SFl8GRVUjuU4ZynUwLWKt50ruC/ZO4FM3IKRYdqz60J63E/pdlix4tAegNkjPz4NgYIfI8ANcoFzycM70WWuIPmmCCJwSYhardH0uwsUB4mtxAq8JZ+CXOCKymiwgQhVxwGDkCqlcSHUpYYzh6mAgy0k4Z1Ly5Z44de6UkNI/5jOhZGt3y1ei0jjk+7IQq7WKdW0SlHhlmA+UkDwaaRto6nuA4WLb8f5SMe17G1cfU3+cZTkHahn9TyV8yUO1aq9A6jhN0qCuJSOVQskTMNzGSqKelc2EhYv3plMR8hOAeo31RH0rEBZFMU+S1hh+Yy3Rvi2mGZcRj9tquL/hQsR6HrHr1u8YNPMwsDxIpVv3EzpoJMEh/mZHdTh/uZnbpXiEzAe1heqQgqssy8YZ3pqnKo5ecZy6LWqxV9Si23qcOpRgL8hpKk4AZ8e79gLrmie73aWE61S71Nn25CW+nY9spVKp73N5rCsNrGvMp6mMWri6xLommuk02aeINRNR7Y67noPdE9vrK2wpv9I8lmx5rvbUysgdeaNe/WHH6xVjAUPIVmsmZm1Hm+vTPHEMSyH5hrylSHQ9smlYvqnVPJF1rKI01Pu4f/75Dy8++bie/YCUL/FhynbOCU2bH7gnS27QK1wL0YVcXLzsqcd2LI/0SxYOdizPccvcLMj7B86l9UiO34hUavjkIeSVaqrD2MjlQIN/9tkvv37x/e2n39QjbdRzGGmjif+y03uBW9Z9Ns7GZo9W6oKXRWPOmrbNb0aAZjMzAEwzNr/vmcNVwnPlF2doeP74x9uvvn3x03eAYSGkeXDCEg7mGJyc80sY6jjl2TjrfP0nQmiNPkL51anYr5mlixB6vbDRmwiht9Du1enUWYVt7/79aPf7mAiHrX1olQy6FftOxb5bzbiJkd+6CP3eReiPLkK4g9CTDkJ//eutOpa9O1vkmX/K293iqW75xF2EkLP1qV6dat5Nt7oWI+fkH020LWqfDwAA',
  },
  {
    seq: 2,
    header:
      '{"seq":2,"id":"01a20374-928c-7605-9155-7e4c97eb3520","deviceId":"01a20374-91c1-7787-aa99-33274bbed7dd","workspaceId":"01a20374-91c1-7787-aa99-3790233e676c","command":"test.do","at":1795354300888,"hlc":"0mwrvlgig-0000-01a20374-91c1-7787-aa99-33274bbed7dd","schemaVersion":2,"changes":[],"hasPayload":true}',
    payload:
      'H4sIAAAAAAAAA63aTWocZxhFYa+lxjLU+epf80yzAeOBYjeOCFZAUhKM8TqznWBCRveCByczSTTvSIfurvv8/dObN1+nD8+3h9fbx+n+3fu76fn2+fc///vlw68PT59uL9P9u6/T7en18fXLdD+9Pnx6me6mx4///vz288PTl7fzdDe93F6n+6/T08Pn23Q/ff/Lb49P31/1y8PLbfp2Nz2+/Hz7a7p/ff7j9u3uRxeJi8iLIy4OeXGJi4u8uMbFVV7c4uImL+5xcZcXj7h4yItnXDzlxSsuXvY/PKNBV1Oysd2Q4WDLIdPBtkPGg62HzAfbDxkQtiAyIWxDZETYisiMsB2N7GjYjkZ2NPT7T3kDsh2N7GjYjkZ2NGxHIzsatqORHQ3b0ciOhu1oZEfDdjSyo2E7WrKjxXa0ZEeL7WjJjhb9Sa58lLMdLdnRYjtasqPFdrRkR4vtaMmOFtvRkh0ttqMlO1psR2t2tNqO1uxotR2t2dFqO1qzo1V/JypfimxHa3a02o7W7Gi1Ha3Z0Wo7WrOj1Xa0Zker7WjLjjbb0ZYdbbajLTvabEdbdrTZjrbsaNNPF8rjBdvRlh1ttqMtO9psR1t2tNmOtuxosx3t2dFuO9qzo912tGdHu+1oz45229GeHe22oz072vVzuvKgzna0Z0e77WjPjnbb0Z4d7bajIzs6bEdHdnTYjo7s6LAdHdnRYTs6sqPDdnRkR4ft6MiODv3Euzzyth0d2dFhOzqyo8N2dGZHp+3ozI5O29GZHZ22ozM7Om1HZ3Z02o7O7Oi0HZ3Z0Wk7OrOjU29HZTyyHZ3Z0Wk7urKjy3Z0ZUeX7ejKji7b0ZUdXbajKzu6bEdXdnTZjq7s6LIdXdnRZTu6sqNLr7BlhvU7bBti9RI7lyl21lvsXMbYWa+xc5ljZ73HzmWQnfUiO5dJdtab7FxG2VmvsnOZZWe9y85lmJ31MjuXaXbWbTXk8D8oh8YcdFsNOnjp0KiDtw4NO3jt0LiD9w4NPHjx0MiDNw8NPXj10NiDdg8U+ICWDxT6gLYPFPyA1g8U/oD2DxQAgRYQFAKBNhAUBIFWEBQGgXYQFAiBlhAUCoG2EBQMgdYQFA6B9hAUEIEWERQSgTYRFBSBVhEUFoF2ERQYgZYRFBqBthEUHIHWERQegfYRFCCBFhIUIoE2EhQkgVYSFCaBdhIUKIGWEhQqgbYSFCyB1hIULoH2EhQwgRYTFDKBNhMUNIFWExQ2gXYTFDiBlhMUOoG2ExQ8gdYTFD6B9hMUQIEWFBRCgTYUFESBVhQURoF2FBRIgZYUFEqBthQUTIHWFBROgfYUFFCBFhUUUoE2FRRUgVYVFFaBdhUUWIGWFRRagbYVFFyB1hUUXoH2FRRggRYWFGKBNhYUZIFWFhRmgXYWFGiBlhYUaoG2FhRsgdYWFG6B9hYUcIEWFxRygTYXFHSBVhcUdoF2FxR4gZYXFHqBthcUfIHWFxR+gfYXFICBFhgUgoE2GBSEgVYYFIaBdhgUiIGWGBSKgbYYFIyB1hgUjoH2GBSQgRYZFJKBNhkUlIFWGRSWgXYZo7iMoV3GKC5jaJcxissY2mWM4jKGdhmjuIyhXcYoLmNolzGKyxjaZYziMoZ2GaO4jKFdxiguY/zIZbz/9g/S44m/20UAAA==',
  },
  {
    seq: 3,
    header:
      '{"seq":3,"id":"01a20374-92e4-7721-8c16-6c6b801e09c8","deviceId":"01a20374-91c1-7787-aa99-33274bbed7dd","workspaceId":"01a20374-91c1-7787-aa99-3790233e676c","command":"undo","at":1795354301071,"hlc":"0mwrvlgnj-0000-01a20374-91c1-7787-aa99-33274bbed7dd","schemaVersion":2,"changes":[],"hasPayload":true,"revertOf":"01a20374-928c-7605-9155-7e4c97eb3520"}',
    payload:
      'H4sIAAAAAAAAA5XaPU4bURiGUdZyqxRG4rv/11tBFBaMHAqMZCaREGJp2VsKRJMmOp0t+a0e2TP3jP/8uLn5SI/X7bRvT+l4/3BI1+3l9ff3m8efp8t5e0vH+4+0Xfbn/T0d0346v6VDen76en37crq83+a7lQ7p/HrZ0nG//to+D/9fTF4MXnReNF5UXhReZF4EL+5wEUubx9LmsbR5LG0eS5vH0uaxtHksbR5Lm8fi5pObT24+ufnk5pObT24+ufnk5pObT24+uPng5oObD24+uPng5oObD24+uPng5p2bd27euXnn5p2bd27euXnn5p2bd27euHnj5o2bN27euHnj5o2bN27euHnj5pWbV25euXnl5pWbV25euXnl5pWbV25euHnh5oWbF25euHnh5oWbF25euHnh5pmbZ26euXnm5pmbZ26euXnm5pmbZ24e3Dy4eXDz4ObBzYObBzcPbh7cPLg5O1ywwwU7XLDDBTtcsMMFO1ywwwU7XLDDMcOxwjHCscExwbHAMcCxvzG/sb4xvrG9Mb2xvDG8sbsxu7G6MbqxuTG5sbgxuLG3MbextjG2sbUxtbG0MbSxszGzsbIxsrGxMbGxsDGwsa8xr7GuMa6xrTGtsawxrLGrMauxqjGqsakxqbGoMaixpzGnsaYxprGlMaWxpDGksaMxo7GiMaKxoTGhsaAxoLGfMZ+xnjGesZ0xnbGcMZy5m/lfHHTgDz514I9D2KAZMFm/mE70AK7HOD0M6C2l3pjo5U1/JPWrpsHw8//0ffj8C+UGxPPBKAAA',
  },
  {
    seq: 4,
    header:
      '{"seq":4,"id":"01a20374-92f2-7679-989a-479f515be8aa","deviceId":"01a20374-91c1-7787-aa99-33274bbed7dd","workspaceId":"01a20374-91c1-7787-aa99-3790233e676c","command":"undo","at":1795354301158,"hlc":"0mwrvlgpy-0000-01a20374-91c1-7787-aa99-33274bbed7dd","schemaVersion":2,"changes":[],"hasPayload":true,"revertOf":"01a20374-91ce-7420-a819-1394c842cee1"}',
    payload:
      'H4sIAAAAAAAAA5XOOw7CMBBFUYfPRp4oB4lfEbljEVSRiyQeBRdxkOMgRZEltsLa2ABLQEkacMdU7zRX8xJCDCgd5541ZKYIjuvmPmEAW298D4nGaXYtCEa3kAM8JLrOaBCK0ZvCWMgMF2N9enYu70E7OqUqhEBfnZrr4u/QKaXjYSwpQnnNbcXt73c+r+bkvLd7EKrGMqR3HQcVkudbCHETDzHdMvIq8jpyEnnxATjtxmc3AQAA',
  },
  {
    seq: 5,
    header:
      '{"seq":5,"id":"01a20374-92fd-7456-8fc1-5d4518e11bd5","deviceId":"01a20374-91c1-7787-aa99-33274bbed7dd","workspaceId":"01a20374-91c1-7787-aa99-3790233e676c","command":"redo","at":1795354301175,"hlc":"0mwrvlgqf-0000-01a20374-91c1-7787-aa99-33274bbed7dd","schemaVersion":2,"changes":[],"hasPayload":true,"revertOf":"01a20374-91ce-7420-a819-1394c842cee1"}',
    payload:
      'H4sIAAAAAAAAA71Wva8jNRB3Lhwd/AVUIzp80q69X2+7NCe9gsc1VKcUzq6TmCR22PW+Dz1FR3HFFUgcEggkqtMhgeiQKBH/zeMOARIFBSXaDyd5e8luNiewFG/G65mfZ/ybmf35LYSuIUo40zyG8OE1cKmFvoIQVBLzJAUMSzbhafFuqjSE1zBXEIJlM3tsWdY9K5/8fAqMWA0KGKbisL0uYJAQUgxRDiHifNYQQpaJGDCMcvndkZAQPoQPhdTBIEnYFWALO8FwtcKw4IsRT04PVnQCo1l4yuOBNqqCEsBwvq15KjUlleaJh21SaLKFyqS+z+WBmrYVGNWEjzMZd1AlllFNNdNZavQiFXPAkN8eLJmIYYjhcp/TNiWYDler3Eyk5vH/dJ38UvNEsvmZMqfW/FIDhhRCGNCBM8gVVP3UG+epi22vcD5iiyUTE7nD/UbHXbtwHMNcSL4O3lykuhnZdQrkypFlouIs0rti/+LLH15++rg5+r5VHeLjjFV5dtjl+/RoygVuqVqSLuLinCc7bqE5Cid+FQW2zzdi08o3A/JgqiTvikRsrxWp4jAGFscJT9POGBWbmjDWdJFK73Li1y9++e2r728+e96MtGbPfqQ1J0ZMR9NN/drm1gEZd9LIPOLTKu9XwxXeqvJl1XytMm93qAukrAukc5knvodpmQGSLXbeyJOnN59/bZcP0ngtdFOGl3tI+l7g2TSwrHK6JbXY3tTpwvb7LJ3xuCtFKSWFlQbiUMfBJc4Fj6ZMn3YHcbxWEDeoQCaJypZnIprtCX8zkme1IvmkQhIxv1UbtxMhkzOpLmQj16lvAhNNmZR83rFVUN/DpkdPhOraaahvQpaqLIn4LjfEYqkS3exFYFVmPlJCbn+djD2nXvDvzxXTnrNWJWW3PKbLv0Y2X/BILY6g4UnQRg7HNsHIpFCyO4Zjt+aTQwxtRiyafTAei4gfAURac8qhhiBH9i/Hac0mxzXZNOEy3jT8AznsuOtYiERPY3bV+Yxuexw8E4c9PbYZwG8PQkDWN/rftVYnKGNVtNZhXjQW6pxXEc4rkGmr656r2SRvuHnzy//fy1Mu5UV+l8UVXjz58eabb1/+9B1gmAmZbxyxlENeHdMzfgGhTjK+Gq56z/5CCC3RJ6gY/Zr8Rk2+W5Pv1ORe/f3vfYT+6CP0Zx8h3EPoaQ+hv3vo1uj1ioU7OR5C6M2tN9Vyv9zVr3bcRQiRrV99VAYPX+objHyx7sMrPhkNc9C3EULvvGK8SSpls/rPo9vPQyzsl3ah/Qu3QAkypg8AAA==',
  },
] as const;
